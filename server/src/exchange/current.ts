import { establishmentOf } from "../model/establishment.ts";
import { mapAt } from "../model/map-at.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { converted } from "../schema/convert.ts";
import { type MapValue, mapsIn } from "../schema/value.ts";
import { type File, parseFile } from "../syntax/file.ts";
import { type ContentMap, contentAt, contentOf, copied, writeAt, yamlOf } from "./content.ts";
import { authorshipOf } from "./imported-file.ts";
import { unlifted } from "./lifting.ts";
import type { Proposal } from "./proposal.ts";

/** An establishment as an import sees it. */
export interface Current {
  /** The effective value of all files. */
  readonly full: MapValue;
  /** The effective value without the files that imports wrote and nobody changed: what a person wants. */
  readonly byHand: MapValue;
  /** The same as if the niveau of each class were written by hand too, so that what is written in niveaux holds. */
  readonly byHandInNiveaux: MapValue;
  /** What those files say, in one. */
  readonly imported: ContentMap;
  /** Those files, and which things stand in each. */
  readonly importedFiles: readonly ImportedFile[];
  /** Files that an import wrote and somebody corrected: from then on they count as written by hand. */
  readonly corrected: readonly File[];
}

/** A file that an import wrote. */
export interface ImportedFile {
  readonly file: File;
  readonly content: ContentMap;
}

/** The establishment of a snapshot before an import. `proposals` say which niveau a class will have. */
export function currentOf(snapshot: Snapshot, proposals: readonly Proposal[]): Current {
  const authorship = new Map(snapshot.members.map((file) => [file, authorshipOf(file)]));
  const imported = snapshot.members.filter((file) => authorship.get(file) === "imported");
  const byHand = snapshot.members.filter((file) => !imported.includes(file));
  const importedFiles = imported.map((file) => ({ file, content: contentOf(converted(file).value) }));
  const full = effective(snapshot, snapshot.members);
  const wanted = effective(snapshot, byHand);
  const niveaux = fileOfNiveaux(snapshot, full, wanted, proposals);
  return {
    full,
    byHand: wanted,
    byHandInNiveaux: niveaux.length > 0 ? effective(snapshot, [...byHand, ...niveaux]) : wanted,
    imported: joined(importedFiles.map(({ content }) => content)),
    importedFiles,
    corrected: snapshot.members.filter((file) => authorship.get(file) === "corrected"),
  };
}

/** The effective value of some of an establishment's files, above its bases. */
function effective(snapshot: Snapshot, members: readonly File[]): MapValue {
  const some = members.length > 0 ? members : [parseFile(`${snapshot.folder}/nothing`, "")];
  return establishmentOf({ ...snapshot, members: some, lineage: {} }).value;
}

/** The content of all imported files in one; what an earlier import lifted into niveaux stands in the classes again. */
function joined(contents: readonly ContentMap[]): ContentMap {
  const all: ContentMap = new Map();
  for (const content of contents) merge(all, content);
  return unlifted(all);
}

/** Adds what another content says; where both say something, the first one holds. */
function merge(content: ContentMap, other: ContentMap): void {
  for (const [key, value] of other) {
    const known = content.get(key);
    if (known instanceof Map && value instanceof Map) merge(known, value);
    else if (known === undefined) content.set(key, value instanceof Map ? copied(value) : value);
  }
}

/**
 * A file that gives classes the niveau that imported files or the proposals say, where nobody wrote one by hand: without
 * it, what is written in niveaux would not hold for them.
 */
function fileOfNiveaux(
  snapshot: Snapshot,
  full: MapValue,
  byHand: MapValue,
  proposals: readonly Proposal[],
): readonly File[] {
  const content: ContentMap = new Map();
  const written = mapAt(byHand, ["classes"]);
  const isOpen = (name: string) => {
    const entry = written?.entries.get(name);
    return entry === undefined || (entry.value.kind === "map" && !entry.value.entries.has("niveau"));
  };
  for (const { path, value } of proposals) {
    const [section, name = "", key] = path;
    if (section === "classes" && key === "niveau" && path.length === 3 && isOpen(name))
      writeAt(content, path, value);
  }
  for (const { name, value } of mapsIn(mapAt(full, ["classes"]))) {
    const niveau = value.get("niveau");
    if (niveau?.kind === "leaf" && isOpen(name) && contentAt(content, ["classes", name]) === undefined)
      writeAt(content, ["classes", name, "niveau"], String(niveau.value));
  }
  if (content.size === 0) return [];
  // No file has this name: a name of a configuration ends in .pronote.yaml.
  return [parseFile(`${snapshot.folder}/niveaux-des-classes`, yamlOf(content))];
}

import { message } from "../../base/message.ts";
import { sharedBy } from "../../model/establishment.ts";
import { mapAt } from "../../model/map-at.ts";
import { sameValue, unite } from "../../model/merge.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { kinds } from "../../schema/kinds.ts";
import { type Entry, isLeafOf, type MapValue, type Value } from "../../schema/value.ts";
import type { Draft } from "./draft.ts";
import { writtenValue } from "./entry-text.ts";
import { type Place, type Refactoring, refused } from "./refactoring.ts";
import { pairAt, removeAt, writeAt } from "./write-at.ts";

/** A value that several things have, at a path below each. */
interface SharedValue {
  readonly path: readonly string[];
  readonly text: string;
}

/** Moves what all classes of a niveau say to that niveau. */
export const shareWithNiveau: Refactoring = {
  id: "share-niveau",
  kind: "refactor.extract",
  at({ file, snapshot }, place) {
    const niveau = niveauAt(place);
    if (niveau === undefined || !snapshot.establishment) return undefined;
    const own = unite(snapshot.members.map(sharedBy)).value;
    const classes = classesOf(own, niveau);
    if (classes.length === 0) return undefined;
    const title = message("Move what all classes of “{0}” share to the niveau", niveau);
    if (classes.length === 1) return refused(title, message("Only one class has the niveau “{0}”.", niveau));
    const there = mapAt(own, ["niveaux", niveau]);
    const shared = sharedBelow(
      classes.map(({ value }) => value),
      there,
      [],
    );
    if (shared.length === 0)
      return refused(
        title,
        message("The classes of “{0}” have nothing in common that can be moved.", niveau),
      );
    return {
      title,
      changes: ([section, name]) => section === "niveaux" && name === niveau,
      apply(draft) {
        const target = fileWith(snapshot, ["niveaux", niveau]) ?? fileWith(snapshot, ["niveaux"]) ?? file.uri;
        for (const { path, text } of shared) {
          for (const { name } of classes) removeEverywhere(draft, snapshot, ["classes", name, ...path]);
          writeAt(draft, target, ["niveaux", niveau, ...path], text);
        }
      },
    };
  },
};

/** The niveau whose name is at the cursor: where it is declared, or in a class. */
function niveauAt({ path, onKey }: Place): string | undefined {
  const names = path?.segments.flatMap(({ name }) => name ?? []) ?? [];
  const node = path?.segments.at(-1)?.node;
  if (names[0] === "niveaux" && names.length === 2 && onKey) return names[1];
  const isOfClass = names[0] === "classes" && names.length === 3 && names[2] === "niveau";
  return isOfClass && node?.kind === "scalar" ? node.text : undefined;
}

interface ClassOfNiveau {
  readonly name: string;
  readonly value: MapValue;
}

/** The classes that write this niveau themselves; what they say in all files of the establishment. */
function classesOf(own: MapValue, niveau: string): readonly ClassOfNiveau[] {
  return [...(mapAt(own, ["classes"])?.entries.values() ?? [])].flatMap(({ name, value }) => {
    if (value.kind !== "map") return [];
    const written = value.get("niveau");
    return isLeafOf(written, "string") && written.value === niveau ? [{ name, value }] : [];
  });
}

/** Keys that stay with the class. */
const OWN = new Set(["niveau", "libelle", "comme"]);

/** What all of these maps say, and the map that it would be moved to does not say otherwise. */
function sharedBelow(
  maps: readonly MapValue[],
  there: MapValue | undefined,
  path: readonly string[],
): readonly SharedValue[] {
  const [first, ...others] = maps;
  return [...(first?.entries.values() ?? [])].flatMap(({ name, value }) => {
    if (path.length === 0 && (OWN.has(name) || !mayNiveauSay(name))) return [];
    const all = [value, ...others.flatMap((map) => map.get(name) ?? [])];
    if (all.length < maps.length) return [];
    return sharedValue(all, there?.entries.get(name), [...path, name]);
  });
}

function sharedValue(
  values: readonly Value[],
  there: Entry | undefined,
  path: readonly string[],
): readonly SharedValue[] {
  const [first, ...others] = values;
  if (!first) return [];
  const maps = values.filter((value) => value.kind === "map");
  const isMerged = maps.length === values.length && maps.every(({ schema }) => schema.atomic !== true);
  const isSame = others.every((one) => sameValue(one, first));
  if (isMerged && (there || !isSame)) {
    const below = there?.value.kind === "map" ? there.value : undefined;
    return there && !below ? [] : sharedBelow(maps, below, path);
  }
  const text = isSame && !there ? writtenValue(first) : undefined;
  return text === undefined ? [] : [{ path, text }];
}

function mayNiveauSay(key: string): boolean {
  return kinds.get("niveaux")?.schema.additional?.properties.has(key) === true;
}

/** The first file of an establishment that writes a map at a path. */
function fileWith({ members }: Snapshot, path: readonly string[]): string | undefined {
  return members.find((file) => pairAt(file, path)?.value.kind === "map")?.uri;
}

function removeEverywhere(draft: Draft, { members }: Snapshot, path: readonly string[]): void {
  for (const { uri } of members) removeAt(draft, uri, path);
}

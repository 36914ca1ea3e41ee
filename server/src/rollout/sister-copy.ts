import { relativeTo, resolveRelative } from "../base/uri.ts";
import { establishmentOf, sharedBy } from "../model/establishment.ts";
import { baseReferencesIn, isMarker } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Schema } from "../schema/schema.ts";
import { type Leaf, type ListValue, leafAt, type MapValue, type Value } from "../schema/value.ts";
import type { YamlContent } from "../schema/yaml-text.ts";
import type { File } from "../syntax/file.ts";
import { type MissingNames, missingNames } from "./sister-names.ts";

/** The establishment that a copy is made for. */
interface CopyTarget {
  /** The URI of its folder. */
  readonly folder: string;
  readonly rne: string;
  readonly nom: string;
  /** Whether people and classes are taken over too. */
  readonly people: boolean;
}

/** A file of a copy. */
interface CopiedFile {
  /** Its path below the folder of the establishment, with `/`. */
  readonly path: string;
  readonly content: ReadonlyMap<string, YamlContent>;
}

/**
 * A copy of an establishment for another one. What belongs to the first alone is left out, with all that mentions it by
 * name; its RNE and its name become those of the other one wherever they stand, and paths to bases lead from the new
 * folder. Comments are left out, as they speak of the first; so is what could not be understood. The marker comes first.
 */
export function sisterCopy(sister: Snapshot, target: CopyTarget): readonly CopiedFile[] {
  const copier = new Copier(sister, target);
  const marker = sister.members.find(({ uri }) => isMarker(uri));
  const others = sister.members.filter((file) => file !== marker);
  const copies = others.map((file) => ({
    path: relativeTo(sister.folder, file.uri),
    content: copier.file(file),
  }));
  const content = marker ? copier.marker(marker) : new Map();
  return [{ path: "etablissement.pronote.yaml", content }, ...copies.filter((copy) => copy.content.size > 0)];
}

/** Whether something of an establishment is taken over by its schema. Own texts are looked at one by one. */
function isTakenBy(people: boolean): (schema: Schema) => boolean {
  return ({ particular }) => particular !== "own" && (people || particular !== "people");
}

class Copier {
  readonly #target: CopyTarget;
  readonly #isTaken: (schema: Schema) => boolean;
  readonly #names: MissingNames;
  readonly #rne: RegExp | undefined;
  readonly #nom: string | undefined;

  constructor(sister: Snapshot, target: CopyTarget) {
    const identity: Value | undefined = establishmentOf(sister).value.get("etablissement");
    const rne = leafAt(identity, "rne", "string")?.value;
    this.#target = target;
    this.#isTaken = isTakenBy(target.people);
    this.#names = missingNames(sister, this.#isTaken);
    this.#rne = rne !== undefined && /^[0-9A-Z]{8}$/i.test(rne) ? new RegExp(rne, "gi") : undefined;
    this.#nom = leafAt(identity, "nom", "string")?.value;
  }

  /** The content of a file that is not the marker. */
  file(file: File): ReadonlyMap<string, YamlContent> {
    const content = this.#map(sharedBy(file));
    const identity = content.get("etablissement");
    if (!(identity instanceof Map)) return content;
    identity.delete("rne");
    identity.delete("nom");
    if (identity.size === 0) content.delete("etablissement");
    return content;
  }

  marker(file: File): ReadonlyMap<string, YamlContent> {
    const { etablissement, ...others } = Object.fromEntries(this.file(file));
    const { folder, rne, nom } = this.#target;
    const bases = baseReferencesIn(file).flatMap(({ value }) => {
      const uri = resolveRelative(file.uri, value);
      return uri === undefined ? [] : [relativeTo(folder, uri)];
    });
    const identity = etablissement instanceof Map ? [...etablissement] : [];
    return new Map<string, YamlContent>([
      ...(bases.length > 0 ? [["herite-de", bases.length === 1 ? (bases[0] ?? "") : bases] as const] : []),
      ["etablissement", new Map<string, YamlContent>([["rne", rne], ["nom", nom], ...identity])],
      ...Object.entries(others),
    ]);
  }

  /** `undefined` if nothing of it is taken over. */
  #value(value: Value): YamlContent | undefined {
    if (value.kind === "removed") return null;
    if (value.kind === "leaf") return this.#leaf(value, value.schema.particular === "own");
    if (value.kind === "list") return this.#list(value);
    return value.kind === "map" && this.#isTaken(value.schema) ? this.#map(value) : undefined;
  }

  #leaf(leaf: Leaf, own: boolean): string | undefined {
    const { schema } = leaf;
    if (!own && !this.#isTaken(schema)) return undefined;
    const written = typeof leaf.value === "string" ? leaf.value : textOfScalar(leaf);
    if (schema.mentions && schema.mentions.at !== "key" && this.#isMissing(written, schema)) return undefined;
    const text = this.#renamed(written);
    return own && text === written ? undefined : text;
  }

  /** A list that loses all its items is left out: an empty one would mean “none”. */
  #list({ items, schema }: ListValue): YamlContent | undefined {
    const own = schema.particular === "own";
    if (!own && !this.#isTaken(schema)) return undefined;
    const taken = items.flatMap((item) => {
      const content = own && item.kind === "leaf" ? this.#leaf(item, true) : this.#value(item);
      return content === undefined ? [] : [content];
    });
    return taken.length === 0 && items.length > 0 ? undefined : taken;
  }

  #map(map: MapValue): Map<string, YamlContent> {
    const { schema, entries } = map;
    const taken = new Map<string, YamlContent>();
    const isThing = schema.additional !== undefined;
    for (const { name, value } of entries.values()) {
      if (mentionsByKey(schema, value) && this.#isMissing(name, schema)) continue;
      const content = this.#value(value);
      if (content === undefined) continue;
      // A thing that has only its name left is still a thing; a group of settings without any is none.
      const isEmptied = content instanceof Map && content.size === 0 && sizeOf(value) > 0;
      if (!isEmptied || (isThing && !schema.properties.has(name))) taken.set(this.#renamed(name), content);
    }
    return taken;
  }

  #isMissing(name: string, { mentions }: Schema): boolean {
    return mentions !== undefined && this.#names.isMissing(name.normalize("NFC"), mentions);
  }

  /** A text with the RNE and the name of the other establishment. */
  #renamed(text: string): string {
    const { rne, nom } = this.#target;
    if (text === this.#nom) return nom;
    if (!this.#rne) return text;
    return text.replace(this.#rne, (found) => (/[a-z]/.test(found) ? rne.toLowerCase() : rne));
  }
}

/** A number as it is written, a checkbox in the spelling that every reader of YAML knows. */
function textOfScalar({ value, node }: Leaf): string {
  return typeof value === "boolean" ? String(value) : node.text;
}

function mentionsByKey({ mentions }: Schema, value: Value): boolean {
  if (mentions?.at !== "key") return false;
  return mentions.unless === undefined || value.kind !== "map" || !value.has(mentions.unless);
}

function sizeOf(value: Value): number {
  return value.kind === "map" ? value.entries.size : 0;
}

/** The URI of the marker of an establishment that is made in a folder. */
export function markerIn(folder: string): string {
  return `${folder}/etablissement.pronote.yaml`;
}

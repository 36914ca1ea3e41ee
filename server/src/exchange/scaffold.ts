import { relativeTo } from "../base/uri.ts";
import { isMarker } from "../model/layout.ts";
import { reach } from "../model/reach.ts";
import { isOwn, type Snapshot } from "../model/snapshot.ts";
import { schemaAt } from "../schema/schema.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { type ContentMap, type ContentPath, writeAt, yamlOf } from "./content.ts";
import { schoolYear } from "./identity-check.ts";
import type { Outside } from "./outside.ts";

/** Kinds of schools by the ministry's code of their nature. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["340", "college"],
  ["300", "lycee-general-et-technologique"],
  ["302", "lycee-general-et-technologique"],
  ["306", "lycee-polyvalent"],
  ["320", "lycee-professionnel"],
]);

const HEAD = `# Établissement créé par « rentree import ». Ce fichier est à vous : complétez ce qui n'a pas encore de valeur.
`;

/** What no source says, and much depends on. */
const UNDECIDED: readonly ContentPath[] = [["hebergement", "mode"], ["periodes"]];

/** Whether an import creates an establishment: there is no file yet that makes its folder one. */
export function isToBeCreated({ members }: Snapshot): boolean {
  return !members.some(({ uri }) => isMarker(uri));
}

/** What is left to be written in the first file: neither a base nor another file of the folder says it. `known` is what they say. */
export function undecided(known: MapValue): readonly ContentPath[] {
  return UNDECIDED.filter((path) => valueAt(known, path) === undefined);
}

/**
 * The first file of an establishment that has none: the base from which it inherits, what sources say of it beyond what is
 * `known` from that base and the other files of the folder, and what is to be decided first.
 */
export function markerText(outside: Outside, snapshot: Snapshot, known: MapValue): string {
  const content: ContentMap = new Map();
  const [base] = snapshot.bases;
  if (base) writeAt(content, ["herite-de"], relativeTo(snapshot.folder, base.uri));
  for (const [key, value] of identityIn(outside)) {
    const path = ["etablissement", key];
    if (!isSaid(valueAt(known, path), value, snapshot)) writeAt(content, path, value);
  }
  for (const path of undecided(known)) writeAt(content, path, null);
  return HEAD + yamlOf(content);
}

/** What sources say of the establishment itself. A name is needed: without one, it is left to be written. */
function* identityIn({ rne, year, school }: Outside): Generator<[key: string, value: string | null]> {
  if (rne) yield ["rne", rne.value];
  yield ["nom", school ? inWords(school.nom) : null];
  const type = TYPES.get(school?.nature ?? "");
  if (type !== undefined) yield ["type", type];
  if (year) yield ["annee-scolaire", schoolYear(year.value)];
  const academie = academieOf(school?.academie ?? "");
  if (academie !== undefined) yield ["academie", academie];
}

/** Whether a value need not be written: a base says the same, or a file of the folder says something. */
function isSaid(known: Value | undefined, value: string | null, snapshot: Snapshot): boolean {
  if (!known) return false;
  if (value === null || (known.kind === "leaf" && known.value === value)) return true;
  return "node" in known && known.node !== undefined && isOwn(snapshot, known.node);
}

/** What is written at a path; neither what is unfinished nor what is cut. */
function valueAt(root: MapValue, path: ContentPath): Value | undefined {
  const value = reach(root, path).entry?.value;
  return value?.kind === "absent" || value?.kind === "removed" ? undefined : value;
}

/** The name of the school as it would be for messages: as the sources write it, in small letters. */
export function inWords(name: string): string {
  if (name !== name.toLocaleUpperCase("fr")) return name;
  return name
    .toLocaleLowerCase("fr")
    .split(" ")
    .map((word, at) => WORDS.get(word) ?? (at > 0 && SMALL.has(word) ? word : capital(word)))
    .join(" ");
}

/** Words that are written without accents in capitals. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["college", "Collège"],
  ["lycee", "Lycée"],
  ["general", "général"],
  ["prive", "privé"],
  ["metiers", "métiers"],
]);
const SMALL: ReadonlySet<string> = new Set(
  "de des du la le les et d l en sur sous aux au polyvalent professionnel technologique".split(" "),
);

function capital(word: string): string {
  return word.replace(/(^|['’-])(?!d['’]|l['’])\p{L}/gu, (initial) => initial.toLocaleUpperCase("fr"));
}

/** The académie as it is written here, found whatever its accents and dashes; `undefined` if there is none of that name. */
export function academieOf(name: string): string | undefined {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/[^\p{L}]/gu, "")
      .toLowerCase();
  const known = schemaAt(["etablissement", "academie"])?.suggestions ?? [];
  return name === "" ? undefined : known.map(String).find((one) => plain(one) === plain(name));
}

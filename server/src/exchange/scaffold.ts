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

/** What is left to be written in the first file: no source says it, and much depends on it. */
export const UNDECIDED: readonly ContentPath[] = [["hebergement", "mode"], ["periodes"]];

/** The first file of an establishment that has none: what sources say of it, and what is to be decided first. */
export function markerText(outside: Outside, academies: readonly string[]): string {
  const content: ContentMap = new Map();
  const { rne, year, school } = outside;
  const own = (key: string, value: string | undefined) => {
    if (value !== undefined && value !== "") writeAt(content, ["etablissement", key], value);
  };
  own("rne", rne?.value);
  writeAt(content, ["etablissement", "nom"], school ? inWords(school.nom) : null);
  own("type", TYPES.get(school?.nature ?? ""));
  own("annee-scolaire", year && schoolYear(year.value));
  own("academie", academieOf(school?.academie ?? "", academies));
  for (const path of UNDECIDED) writeAt(content, path, null);
  return HEAD + yamlOf(content);
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

/** The académie as it is written here, found whatever its accents and dashes. */
function academieOf(name: string, academies: readonly string[]): string | undefined {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/[^\p{L}]/gu, "")
      .toLowerCase();
  return name === "" ? undefined : academies.find((one) => plain(one) === plain(name));
}

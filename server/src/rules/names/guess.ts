import { closest, foldName } from "../../base/closest.ts";
import type { RuleContext, Subject } from "../api/rule-context.ts";
import { byLibelle, byNom, type KnownNames, knownNames, textOf, wordsOf } from "../shared/known-names.ts";
import { foldOrdinal } from "../shared/ordinals.ts";

/** What an undeclared name probably means. */
export interface Guess {
  /** The names that may be meant, the likeliest first; none if there is no guess. */
  readonly names: readonly string[];
  /** `spelling`: only the spelling differs. `person`, `label`: what it says describes the thing with that name. */
  readonly why: "spelling" | "person" | "label" | "nearest";
}

/** Words before a name of a person. */
const TITLES = new Set([
  "m",
  "mr",
  "mme",
  "mlle",
  "monsieur",
  "madame",
  "mademoiselle",
  "prof",
  "professeur",
]);
const PEOPLE = ["professeurs", "personnels"];

/** What a name that no text declares probably means, among names of these kinds and words. */
export function guess(
  written: string,
  kinds: readonly string[],
  words: readonly string[],
  context: RuleContext,
): Guess {
  const known = knownNames([...kinds.map((kind) => context.names(kind)), words]);
  const spelt = only(known.byFolded.get(foldName(written)) ?? NONE) ?? byOrdinal(written, known);
  if (spelt !== undefined) return { names: [spelt], why: "spelling" };
  const person = only(peopleDescribed(written, kinds, context));
  if (person !== undefined) return { names: [person], why: "person" };
  const label = only(labelled(written, kinds, context));
  if (label !== undefined) return { names: [label], why: "label" };
  return { names: known.names.length > MAX_NAMES ? [] : closest(written, known.names), why: "nearest" };
}

/** Among more names than any school has, none is looked for that is merely near. */
const MAX_NAMES = 2000;
const NONE: readonly never[] = [];

function byOrdinal(written: string, known: KnownNames): string | undefined {
  const folded = foldOrdinal(written);
  return folded === undefined ? undefined : only(known.byOrdinal.get(folded) ?? NONE);
}

/** The people whose family name and first name are written, in any order, the first name perhaps as an initial. */
function peopleDescribed(written: string, kinds: readonly string[], context: RuleContext): readonly string[] {
  const words = wordsOf(written).filter((word) => !TITLES.has(word));
  if (words.length === 0) return [];
  const people = kinds.filter((kind) => PEOPLE.includes(kind)).map((kind) => byNom(context.all(kind)));
  return people
    .flatMap((known) => [...new Set(words)].flatMap((word) => known.get(word) ?? NONE))
    .filter(({ value }) =>
      describes(words, wordsOf(textOf(value.get("nom"))), wordsOf(textOf(value.get("prenom")))),
    )
    .map(({ name }) => name);
}

function describes(words: readonly string[], nom: readonly string[], prenom: readonly string[]): boolean {
  if (nom.length === 0 || !nom.every((word) => words.includes(word))) return false;
  const rest = words.filter((word) => !nom.includes(word));
  return rest.every((word) => prenom.some((one) => one === word || one[0] === word));
}

/** The things whose label is written. */
function labelled(written: string, kinds: readonly string[], context: RuleContext): readonly string[] {
  const folded = foldName(written);
  return kinds
    .flatMap((kind): readonly Subject[] => byLibelle(context.all(kind)).get(folded) ?? NONE)
    .map(({ name }) => name);
}

function only(names: readonly string[]): string | undefined {
  const [first, ...others] = new Set(names);
  return others.length === 0 ? first : undefined;
}

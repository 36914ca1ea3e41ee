import { closest, foldName } from "../../base/closest.ts";
import type { Value } from "../../schema/value.ts";
import type { RuleContext, Subject } from "../api/rule-context.ts";
import { foldOrdinal } from "./ordinals.ts";

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
  const names = [...new Set([...kinds.flatMap((kind) => context.names(kind)), ...words])];
  const spelt =
    only(names.filter((name) => foldName(name) === foldName(written))) ?? byOrdinal(written, names);
  if (spelt !== undefined) return { names: [spelt], why: "spelling" };
  const person = only(peopleDescribed(written, kinds, context));
  if (person !== undefined) return { names: [person], why: "person" };
  const label = only(labelled(written, kinds, context));
  if (label !== undefined) return { names: [label], why: "label" };
  return { names: closest(written, names), why: "nearest" };
}

function byOrdinal(written: string, names: readonly string[]): string | undefined {
  const folded = foldOrdinal(written);
  return folded === undefined ? undefined : only(names.filter((name) => foldOrdinal(name) === folded));
}

/** The people whose family name and first name are written, in any order, the first name perhaps as an initial. */
function peopleDescribed(written: string, kinds: readonly string[], context: RuleContext): readonly string[] {
  const words = wordsOf(written).filter((word) => !TITLES.has(word));
  if (words.length === 0) return [];
  return thingsOf(
    kinds.filter((kind) => PEOPLE.includes(kind)),
    context,
  )
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
  return thingsOf(kinds, context)
    .filter(({ value }) => foldName(textOf(value.get("libelle"))) === folded)
    .map(({ name }) => name);
}

function thingsOf(kinds: readonly string[], context: RuleContext): readonly Subject[] {
  return kinds.flatMap((kind): readonly Subject[] => context.all(kind));
}

function textOf(value: Value | undefined): string {
  return value?.kind === "leaf" ? String(value.value) : "";
}

function wordsOf(text: string): readonly string[] {
  return foldName(text)
    .split(/[-.,]+/)
    .filter((word) => word !== "");
}

function only(names: readonly string[]): string | undefined {
  const [first, ...others] = new Set(names);
  return others.length === 0 ? first : undefined;
}

import { rootSchema, type Schema, schemaOfKey } from "../../server/src/schema/schema.ts";
import type { Group } from "./content.ts";
import type { Dice } from "./dice.ts";
import type { CorpusEstablishment, GeneratedFile } from "./establishment.ts";
import type { Mark, MarkedRange } from "./marks.ts";
import { print } from "./print.ts";

/** A valid establishment with one fault. */
export interface Mutation {
  /** The texts that changed, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  /** The texts after the sure fix, if they are not the same as before the mutation. */
  readonly meant?: ReadonlyMap<string, string>;
  /** The places where the finding may be. */
  readonly places: readonly MutationSite[];
  /** A description of the change, for the list of mutations that fail. */
  readonly description: string;
}

/** A place where a finding is expected: a range of a file, or any place with a text. */
export type MutationSite = { readonly uri: string; readonly at: MarkedRange } | { readonly text: string };

/** Makes a fault at one place of a valid establishment; `undefined` if it cannot be made there. */
export type Mutator = (one: Target, dice: Dice) => Mutation | undefined;

/** A place in a valid establishment. */
export interface Target {
  readonly all: CorpusEstablishment;
  readonly file: GeneratedFile;
  readonly mark: Mark;
  /** The schema of the map that contains the entry. */
  readonly parent: Schema;
  readonly key: string;
}

/** The place of an entry. */
export function targetOf(all: CorpusEstablishment, file: GeneratedFile, mark: Mark): Target {
  const parent = mark.path
    .slice(0, -1)
    .reduce<Schema | undefined>((schema, key) => schema && schemaOfKey(schema, key), rootSchema);
  return { all, file, mark, parent: parent ?? rootSchema, key: mark.path.at(-1) ?? "" };
}

/** Replaces a range by another text; the finding is expected at that text, or at a part of it. */
export function replaced(
  { file }: Target,
  { from, to }: MarkedRange,
  newText: string,
  at: MarkedRange = { from, to: from + newText.length },
): Mutation {
  const { text, uri } = file;
  const changed = text.slice(0, from) + newText + text.slice(to);
  const line = text.slice(0, from).split("\n").length;
  return {
    texts: new Map([[uri, changed]]),
    places: [{ uri, at }],
    description: `${uri.split("/").at(-1)}:${line} ${text.slice(from, to).split("\n")[0]} -> ${newText.split("\n")[0]}`,
  };
}

/** Replaces the value of a file, which is printed again; the finding is expected at one of these paths. */
export function withValue(
  { file }: Target,
  changed: Group,
  paths: readonly (readonly string[])[],
  part: "key" | "value" | "whole" = "whole",
): Mutation | undefined {
  const printed = print(changed, file.style);
  const marks = paths.flatMap((path) => deepest(printed.marks, path));
  return {
    texts: new Map([[file.uri, printed.text]]),
    places: marks.map((mark) => ({ uri: file.uri, at: mark[part] })),
    description: `${file.uri.split("/").at(-1)} ${paths.map((path) => path.join("/")).join(" or ")}`,
  };
}

/** The entry at a path; for a part of a short form, the entry that contains it. */
function deepest(marks: readonly Mark[], path: readonly string[]): readonly Mark[] {
  const mark = marks.find((one) => one.path.join("/") === path.join("/"));
  if (mark) return [mark];
  return path.length > 1 ? deepest(marks, path.slice(0, -1)) : [];
}

/** A word with one typing error. */
export function misspelt(word: string, dice: Dice): string {
  const letters = [...word];
  const at = 1 + dice.of(Math.max(1, letters.length - 1));
  const here = letters[at] ?? "";
  const before = letters[at - 1] ?? "";
  switch (dice.of(4)) {
    case 0:
      return letters.toSpliced(at, 1).join("");
    case 1:
      return letters.toSpliced(at, 0, here || before).join("");
    case 2:
      return letters.toSpliced(at - 1, 2, here, before).join("");
    default:
      return letters
        .toSpliced(at, 1, /[a-z]/.test(here) ? "abcdefghijklmnopqrstuvwxyz".charAt(dice.of(26)) : "x")
        .join("");
  }
}

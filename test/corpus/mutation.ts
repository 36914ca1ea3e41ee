import { rootSchema, type Schema, schemaOfKey } from "../../server/src/schema/schema.ts";
import type { Dice } from "./dice.ts";
import type { CorpusEstablishment, Written } from "./establishment.ts";
import type { Mark, MarkedRange } from "./marks.ts";
import { print } from "./print.ts";
import type { Group } from "./said.ts";

/** A good establishment with one fault. */
export interface Mutation {
  /** The texts that are other than before, by URI. */
  readonly texts: ReadonlyMap<string, string>;
  /** What a sure fix makes of them, where that is not what they were before. */
  readonly meant?: ReadonlyMap<string, string>;
  /** Where the finding may stand. */
  readonly places: readonly MutationSite[];
  /** What was done, for who reads the list of those that do not hold. */
  readonly says: string;
}

export type MutationSite = { readonly uri: string; readonly at: MarkedRange } | { readonly text: string };

/** A way to make a good establishment wrong: what may be wrong at one mark, if anything. */
export type Way = (one: Target, dice: Dice) => Mutation | undefined;

/** A place in a good establishment. */
export interface Target {
  readonly all: CorpusEstablishment;
  readonly file: Written;
  readonly mark: Mark;
  /** The schema of the map in which it stands. */
  readonly parent: Schema;
  readonly key: string;
}

/** The place at a mark. */
export function targetOf(all: CorpusEstablishment, file: Written, mark: Mark): Target {
  const parent = mark.path
    .slice(0, -1)
    .reduce<Schema | undefined>((schema, key) => schema && schemaOfKey(schema, key), rootSchema);
  return { all, file, mark, parent: parent ?? rootSchema, key: mark.path.at(-1) ?? "" };
}

/** Another text in the place of a stretch; the finding stands on it, or on a part of it. */
export function replaced(
  { file }: Target,
  { from, to }: MarkedRange,
  newText: string,
  at: MarkedRange = { from, to: from + newText.length },
): Mutation {
  const { text, uri } = file;
  const now = text.slice(0, from) + newText + text.slice(to);
  const line = text.slice(0, from).split("\n").length;
  return {
    texts: new Map([[uri, now]]),
    places: [{ uri, at }],
    says: `${uri.split("/").at(-1)}:${line} ${text.slice(from, to).split("\n")[0]} -> ${newText.split("\n")[0]}`,
  };
}

/** The same establishment, of which one file says something else; the finding stands at one of these paths. */
export function said(
  { file }: Target,
  now: Group,
  paths: readonly (readonly string[])[],
  part: "key" | "value" | "whole" = "whole",
): Mutation | undefined {
  const printed = print(now, file.style);
  const marks = paths.flatMap((path) => deepest(printed.marks, path));
  return {
    texts: new Map([[file.uri, printed.text]]),
    places: marks.map((mark) => ({ uri: file.uri, at: mark[part] })),
    says: `${file.uri.split("/").at(-1)} ${paths.map((path) => path.join("/")).join(" or ")}`,
  };
}

/** The mark of a path; in a short form it stands for what is above. */
function deepest(marks: readonly Mark[], path: readonly string[]): readonly Mark[] {
  const mark = marks.find((one) => one.path.join("/") === path.join("/"));
  if (mark) return [mark];
  return path.length > 1 ? deepest(marks, path.slice(0, -1)) : [];
}

/** A word with one slip of the keyboard. */
export function slipped(word: string, dice: Dice): string {
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

import { message } from "../../base/message.ts";
import { compareNames } from "../../base/name-order.ts";
import { rootSchema, type Schema } from "../../schema/schema.ts";
import { fileLines } from "../../syntax/file.ts";
import type { Pair } from "../../syntax/tree.ts";
import { lineOf, linesWith, replaceLines } from "./entry-text.ts";
import type { Refactoring } from "./refactoring.ts";

/**
 * Sorts the entries of the map whose key is at the cursor: named things by their names, other keys in the order in which the
 * language lists them. The comments above an entry move with it.
 */
export const sortEntries: Refactoring = {
  id: "sort",
  kind: "refactor.rewrite",
  at({ file }, { steps, onKey, path }) {
    const pair = steps.at(-1)?.pair;
    const schema = path?.segments.at(-1)?.schema ?? rootSchema;
    if (!onKey || !pair || pair.value.kind !== "map" || pair.value.flow) return undefined;
    const { pairs } = pair.value;
    const sorted = pairs.toSorted((a, b) => compare(schema, a, b));
    const isSorted = sorted.every((one, at) => one === pairs[at]);
    if (isSorted || !beginLines(pairs)) return undefined;
    const { first: keyLine } = linesWith(file, pair.key);
    return {
      title: message("Sort the entries of “{0}”", pair.key.text),
      apply(draft) {
        const lines = fileLines(file);
        const texts = new Map<Pair, readonly string[]>();
        let from = keyLine + 1;
        for (const one of pairs) {
          const { last } = linesWith(file, one);
          texts.set(one, lines.slice(from, last + 1));
          from = last + 1;
        }
        const all = sorted.flatMap((one) => texts.get(one) ?? []);
        draft.apply(file.uri, [replaceLines(file, { first: keyLine + 1, last: from - 1 }, all)]);
      },
    };
  },
};

function compare(schema: Schema, a: Pair, b: Pair): number {
  const order = [...schema.properties.keys()];
  const [one, other] = [order.indexOf(a.key.text), order.indexOf(b.key.text)];
  if (one >= 0 || other >= 0) return (one >>> 0) - (other >>> 0);
  return compareNames(a.key.text, b.key.text, "fr");
}

function beginLines(pairs: readonly Pair[]): boolean {
  return pairs.every(({ key }) => lineOf(key).slice(0, key.col).trim() === "");
}

import { message } from "../../base/message.ts";
import { fileLines, rangeOf } from "../../syntax/file.ts";
import type { MapNode, Pair } from "../../syntax/tree.ts";
import { linesWith, moved, replaceLines } from "./entry-text.ts";
import { type Refactoring, refused } from "./refactoring.ts";

/** Moves the entries of a map whose key is written twice to the first one. Neither holds before, so this has an effect. */
export const mergeDuplicate: Refactoring = {
  id: "merge-duplicate",
  kind: "refactor.rewrite",
  at({ file }, { steps, onKey }) {
    const second = steps.at(-1)?.pair;
    const parent = steps.at(-2)?.node;
    const siblings = steps.length === 1 ? file.root.pairs : parent?.kind === "map" ? parent.pairs : [];
    const first = siblings.find((one) => one.key.text === second?.key.text);
    if (!onKey || !second || !first || first.key === second.key) return undefined;
    const title = message("Merge both “{0}”", second.key.text);
    const [upper, lower] = [first.value, second.value];
    if (!isBlockMap(upper) || !isBlockMap(lower))
      return refused(title, message("Only maps over several lines can be merged."));
    const twice = lower.pairs.find(({ key }) => upper.pairs.some((one) => one.key.text === key.text));
    if (twice) return refused(title, message("Both say something of “{0}”.", twice.key.text));
    return {
      title,
      changes: () => true,
      apply(draft) {
        const lines = fileLines(file);
        const { last } = linesWith(file, first);
        const place = linesWith(file, second);
        const by =
          rangeOf(file, columnOf(upper)).start.character - rangeOf(file, columnOf(lower)).start.character;
        const entries = moved(lines.slice(place.first + 1, place.last + 1), by);
        draft.apply(file.uri, [
          replaceLines(file, { first: last, last }, [lines[last] ?? "", ...entries]),
          replaceLines(file, place, []),
        ]);
      },
    };
  },
};

function isBlockMap(node: Pair["value"]): node is MapNode {
  return node.kind === "map" && !node.flow;
}

function columnOf(map: MapNode): Pair | MapNode {
  return map.pairs[0] ?? map;
}

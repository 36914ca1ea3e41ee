import { leavesOf } from "./blocks.ts";
import { commentsIn } from "./comments.ts";
import type { File } from "./file.ts";
import type { Block, Node, Pair } from "./tree.ts";

/** Whether two files have the same keys, values, anchors, syntax errors and comments, in the same order. */
export function sameContent(one: File, other: File): boolean {
  const [before, after] = differingLeaves(leavesOf(one.root), leavesOf(other.root));
  return (
    samePairs(one.root.pairs, other.root.pairs) &&
    sameTexts(faultsOf(before), faultsOf(after)) &&
    sameTexts(commentsOf(before), commentsOf(after))
  );
}

/** Two lists of leaves without those that both begin and end with. */
function differingLeaves(one: readonly Block[], other: readonly Block[]): readonly (readonly Block[])[] {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

function faultsOf(leaves: readonly Block[] = []): readonly string[] {
  return leaves.flatMap(({ faults }) => faults.map(({ code }) => code));
}

function commentsOf(leaves: readonly Block[] = []): readonly string[] {
  return leaves.flatMap((leaf) => commentsIn(leaf).map(({ text }) => text.trimEnd()));
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function samePairs(one: readonly Pair[], other: readonly Pair[]): boolean {
  return (
    one.length === other.length &&
    one.every((pair, at) => {
      const same = other[at];
      if (pair === same) return true;
      return same !== undefined && sameNode(pair.key, same.key) && sameNode(pair.value, same.value);
    })
  );
}

/** Whether two nodes say the same in the same style. */
function sameNode(one: Node, other: Node): boolean {
  if (one === other) return true;
  if (one.kind === "alias") return other.kind === "alias" && one.name === other.name;
  if (other.kind === "alias" || one.anchor !== other.anchor) return false;
  if (one.kind === "scalar")
    return other.kind === "scalar" && one.text === other.text && one.style === other.style;
  if (one.kind === "map")
    return other.kind === "map" && one.flow === other.flow && samePairs(one.pairs, other.pairs);
  if (one.kind === "list") return other.kind === "list" && one.flow === other.flow && sameItems(one, other);
  return other.kind === "absent";
}

function sameItems(one: Node & { readonly kind: "list" }, other: Node & { readonly kind: "list" }): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, at) => {
      const same = other.items[at];
      return same !== undefined && sameNode(item, same);
    })
  );
}

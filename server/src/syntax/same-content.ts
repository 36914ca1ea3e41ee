import { appendAll } from "../base/append-all.ts";
import { leavesOf } from "./blocks.ts";
import { commentsIn } from "./comments.ts";
import type { File } from "./file.ts";
import type { Block, Node, Pair } from "./tree.ts";

/** Whether two files have the same keys, values, anchors, syntax errors and comments, in the same order. */
export function sameContent(one: File, other: File): boolean {
  return samePairs(one.root.pairs, other.root.pairs) && sameBlocks([one.root], [other.root]);
}

/** Whether the leaves of blocks have the same syntax errors and comments. Blocks that both have are not visited. */
function sameBlocks(one: readonly Block[], other: readonly Block[]): boolean {
  const shorter = Math.min(one.length, other.length);
  let from = 0;
  while (from < shorter && one[from] === other[from]) from++;
  let end = 0;
  while (end < shorter - from && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [mine, theirs] = [one.slice(from, one.length - end), other.slice(from, other.length - end)];
  const [below, otherBelow] = [mine, theirs].map((blocks) =>
    blocks.length === 1 ? blocks[0]?.children : undefined,
  );
  if (below && otherBelow) return sameBlocks(below, otherBelow);
  return sameLeaves(mine.flatMap(leavesOf), theirs.flatMap(leavesOf));
}

/** Whether two lists of leaves have the same syntax errors and comments. Leaves that both have are not read. */
function sameLeaves(one: readonly Block[], other: readonly Block[]): boolean {
  const inOne = new Set(one);
  const inBoth = new Set(other.filter((leaf) => inOne.has(leaf)));
  return [faultsOf, commentsOf].every((read) => {
    const [before, after] = [partsOf(one, inBoth, read), partsOf(other, inBoth, read)];
    return before.length === after.length && before.every((part, at) => part === after[at]);
  });
}

/** What is read of leaves; of those that are kept, themselves. */
function partsOf(
  leaves: readonly Block[],
  kept: ReadonlySet<Block>,
  read: (leaf: Block) => readonly string[],
): readonly (Block | string)[] {
  const parts: (Block | string)[] = [];
  for (const leaf of leaves) {
    if (kept.has(leaf)) parts.push(leaf);
    else appendAll(parts, read(leaf));
  }
  return parts;
}

function faultsOf({ faults }: Block): readonly string[] {
  return faults.map(({ code }) => code);
}

function commentsOf(leaf: Block): readonly string[] {
  return commentsIn(leaf).map(({ text }) => text.trimEnd());
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

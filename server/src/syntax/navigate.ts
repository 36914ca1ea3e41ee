import { type File, rangeOf } from "./file.ts";
import { containsPosition, type Position } from "./positions.ts";
import type { Node, Pair } from "./tree.ts";

/** One step down the tree: an entry of a map, or (without a pair) an item of a list. */
export interface NodePathStep {
  readonly pair?: Pair;
  readonly node: Node;
}

/** The path from the root of a file to the node at a position. */
export interface NodePath {
  readonly steps: readonly NodePathStep[];
  /** Whether the position is on the key or on the value of the last step. */
  readonly on: "key" | "value";
  /** The node at the position: that key or that value. */
  readonly node: Node;
}

/**
 * The path to the smallest node at a position (the end of a node counts as part of it); `undefined` if there is no
 * node. Aliases are not followed.
 */
export function nodePathTo(file: File, position: Position): NodePath | undefined {
  const steps: NodePathStep[] = [];
  let found: Omit<NodePath, "steps"> | undefined;
  const enter = (node: Node): void => {
    found = { on: "value", node };
    if (node.kind === "map") descend(node.pairs);
    if (node.kind !== "list") return;
    const item = node.items.find((candidate) => containsPosition(rangeOf(file, candidate), position));
    if (!item) return;
    steps.push({ node: item });
    enter(item);
  };
  const descend = (pairs: readonly Pair[]): void => {
    const pair = pairs.find((candidate) => containsPosition(rangeOf(file, candidate), position));
    if (!pair) return;
    const onKey = containsPosition(rangeOf(file, pair.key), position);
    if (!onKey && !containsPosition(rangeOf(file, pair.value), position)) return;
    steps.push({ pair, node: pair.value });
    if (onKey) found = { on: "key", node: pair.key };
    else enter(pair.value);
  };
  descend(file.root.pairs);
  return found && { steps, ...found };
}

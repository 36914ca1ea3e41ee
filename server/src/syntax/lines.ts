import { memo } from "../base/memo.ts";
import type { Block } from "./tree.ts";

/** The container in which each block was last found, and the containers whose descendants are all recorded. */
const containerOf = new WeakMap<Block, Block>();
const recorded = new WeakSet<Block>();

/**
 * The line of a root at which a block begins; `undefined` if the root does not contain it. The block is looked up
 * through its containers; only containers that are not recorded yet are visited. If that path leads to another version
 * of the file, all blocks of the root are searched.
 */
export function lineIn(root: Block, block: Block): number | undefined {
  if (!recorded.has(root)) record(root);
  let line = 0;
  let current: Block | undefined = block;
  while (current && current !== root) {
    const container: Block | undefined = containerOf.get(current);
    line += (container && childLines(container).get(current)) ?? 0;
    current = container;
  }
  return current ? line : linesOfBlocks(root).get(block);
}

function record(container: Block): void {
  recorded.add(container);
  for (const child of container.children ?? []) {
    containerOf.set(child, container);
    if (child.children && !recorded.has(child)) record(child);
  }
}

const childLines = memo((container: Block): ReadonlyMap<Block, number> => {
  const lines = new Map<Block, number>();
  let line = 0;
  for (const child of container.children ?? []) {
    lines.set(child, line);
    line += child.lines;
  }
  return lines;
});

/** The line of a root at which each of its blocks begins. */
export const linesOfBlocks = memo((root: Block): ReadonlyMap<Block, number> => {
  const lines = new Map<Block, number>();
  const walk = (block: Block, line: number): void => {
    lines.set(block, line);
    for (const [child, below] of childLines(block)) walk(child, line + below);
  };
  walk(root, 0);
  return lines;
});

import { memo } from "../base/memo.ts";
import type { Block } from "./tree.ts";

/** In which container a block was last met, and the containers of which that is known for all blocks below. */
const around = new WeakMap<Block, Block>();
const known = new WeakSet<Block>();

/**
 * The line of a root at which a block in it begins; `undefined` if it is not in it. A block is found by the way up to the
 * root, for which only containers that are new need to be looked into; where the way ends in another version of the file,
 * among all blocks.
 */
export function lineIn(root: Block, block: Block): number | undefined {
  if (!known.has(root)) explore(root);
  let line = 0;
  let at: Block | undefined = block;
  while (at && at !== root) {
    const container: Block | undefined = around.get(at);
    line += (container && childLines(container).get(at)) ?? 0;
    at = container;
  }
  return at ? line : allLines(root).get(block);
}

function explore(container: Block): void {
  known.add(container);
  for (const child of container.children ?? []) {
    around.set(child, container);
    if (child.children && !known.has(child)) explore(child);
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

const allLines = memo((root: Block): ReadonlyMap<Block, number> => {
  const lines = new Map<Block, number>();
  const walk = (block: Block, line: number): void => {
    lines.set(block, line);
    for (const [child, below] of childLines(block)) walk(child, line + below);
  };
  walk(root, 0);
  return lines;
});

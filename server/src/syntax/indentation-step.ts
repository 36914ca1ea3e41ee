import { memo } from "../base/memo.ts";
import { splitLines } from "./line-breaks.ts";
import { indentOf } from "./line-kinds.ts";
import type { Block, ListNode, MapNode, Node, Span } from "./tree.ts";

/**
 * Whether formatting with `step` columns moves no line of a file, as each is where it belongs. What is true of a block is
 * kept, so that after an edit only changed blocks are looked at. It may be false although no line can move.
 */
export function isIndentedBy(root: Block, step: number): boolean {
  const found = stepOf(root);
  return (root.pairs[0]?.col ?? 0) === 0 && (found === ANY || found === step);
}

/** By how many columns each map and each list of a block is deeper than its key: a number, or one of these. */
type Step = number;
/** There is none that is deeper. */
const ANY: Step = 0;
/** Not all by as many. */
const UNEQUAL: Step = -1;

function both(one: Step, other: Step): Step {
  if (one === ANY || one === other) return other;
  return other === ANY ? one : UNEQUAL;
}

const stepOf: (block: Block) => Step = memo((block: Block) => {
  if (!block.children) return new LeafStep(block).step;
  const [head] = block.pairs;
  const isEntry = head !== undefined && head.value.block === block && head.value.kind === "map";
  const own = isEntry ? (head.value.pairs[0]?.col ?? head.value.col) - head.key.col : ANY;
  return block.children.reduce((step, child) => both(step, stepOf(child)), own);
});

class LeafStep {
  step = ANY;
  readonly #lines: readonly string[];

  constructor({ text, pairs }: Block) {
    this.#lines = splitLines(text);
    for (const { key, value } of pairs) this.#value(value, key.col);
  }

  /** The value of a key at a column. */
  #value(value: Node, keyCol: number): void {
    if (value.kind === "map" && !value.flow) {
      const start = value.pairs[0] ?? value;
      if (this.#beginsLine(start)) this.step = both(this.step, start.col - keyCol);
      this.#map(value);
    } else if (value.kind === "list" && !value.flow) {
      if (value.col !== keyCol && this.#beginsLine(value)) this.step = both(this.step, value.col - keyCol);
      this.#list(value);
    }
  }

  #map({ pairs, col }: MapNode): void {
    for (const { value } of pairs) this.#value(value, pairs[0]?.col ?? col);
  }

  /** What stands behind a dash keeps its distance from it. */
  #list({ items }: ListNode): void {
    for (const item of items) {
      if (item.kind === "map" && !item.flow) this.#map(item);
      else if (item.kind === "list" && !item.flow) this.#list(item);
    }
  }

  #beginsLine({ line, col }: Span): boolean {
    return indentOf(this.#lines[line] ?? "") === col;
  }
}

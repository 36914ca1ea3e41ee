import { memo } from "../base/memo.ts";
import { confusable } from "./confusables.ts";
import { parseFast } from "./fast-parser.ts";
import { countLines, kindOf } from "./line-kinds.ts";
import type { Block, MapNode, Node, Pair, SyntaxFault } from "./tree.ts";
import { parseLeaf } from "./yaml-adapter.ts";

/** A container of these children; the first is its head. */
export function container(uri: string, indent: number, children: readonly Block[]): Block {
  const block = joinBlocks(uri, indent, children);
  const head = children[0]?.pairs[0];
  // Entries below a line without a key have no known path.
  if (!head) return Object.assign(block, { pairs: NONE });
  const { key, value: anchored } = head;
  const { endLine, endCol } = endOf(children, block.pairs.at(-1));
  const span = (line: number, col: number) => ({ block, line, col, endLine, endCol });
  const canHaveEntries = children[0]?.faults.every(({ code }) => code !== "UNFIT");
  const anchor = canHaveEntries && "anchor" in anchored ? anchored.anchor : undefined;
  const value: MapNode = {
    ...span(children[0]?.lines ?? 0, children[1]?.indent ?? 0),
    kind: "map",
    pairs: block.pairs.slice(children[0]?.pairs.length),
    flow: false,
    ...(anchor ? { anchor } : undefined),
  };
  const pair: Pair = { ...span(key.line, key.col), key, value };
  // An anchor of a head that cannot have entries below belongs to no value.
  const below = block.anchors.slice(children[0]?.anchors.length);
  const anchors = anchor ? [value, ...below] : below.length > 0 ? below : NONE;
  // The nodes above refer to `block`, so it is completed in place, before it is returned.
  return Object.assign(block, { pairs: [pair], anchors });
}

/** The end of the last entry, with its line relative to the container. */
function endOf(children: readonly Block[], last: Pair | undefined): { endLine: number; endCol: number } {
  let line = 0;
  for (const child of children) {
    if (last?.block === child) return { endLine: line + last.endLine, endCol: last.endCol };
    line += child.lines;
  }
  return { endLine: line, endCol: 0 };
}

/** A block that joins its children without being an entry itself. */
export function joinBlocks(uri: string, indent: number, children: readonly Block[]): Block {
  const block = bare(uri, "");
  block.indent = indent;
  block.children = children;
  const pairs: Pair[] = [];
  let anchors: Node[] | undefined;
  for (const child of children) {
    block.lines += child.lines;
    block.length += child.length;
    if (!isHidden(child)) for (const pair of child.pairs) pairs.push(pair);
    if (child.other && !block.other) block.other = child.other;
    if (child.anchors.length > 0) {
      anchors ??= [];
      for (const anchor of child.anchors) anchors.push(anchor);
    }
    block.aliases ||= child.aliases;
  }
  block.pairs = pairs;
  if (anchors) block.anchors = anchors;
  return block;
}

/** Whether a block is misplaced and a misplaced block above it is reported instead: it is not an entry here. */
export function isHidden(block: Block): boolean {
  const { faults } = block.children?.[0] ?? block;
  return faults.some(isHiddenFault);
}

function isHiddenFault({ code }: SyntaxFault): boolean {
  return code === "ASTRAY";
}

/** A block of text that is not parsed: the header, or what follows the first document. */
export function bare(uri: string, text: string): Mutable {
  return {
    uri,
    text,
    lines: countLines(text),
    length: text.length,
    indent: 0,
    pairs: [],
    faults: NONE,
    anchors: NONE,
    aliases: false,
  };
}

/** A leaf: a block that is parsed as a whole. */
export function leaf(uri: string, text: string, indent: number): Mutable {
  const block = bare(uri, text);
  block.indent = indent;
  const fast = parseFast(block);
  const { root, faults, anchors, aliases } = fast ? { ...fast, faults: NONE } : parseLeaf(block);
  block.faults = faults;
  block.anchors = anchors;
  block.aliases = aliases;
  if (root?.kind === "map") block.pairs = root.pairs;
  else if (root) {
    block.other = root;
    if (faults.length === 0) block.faults = [noKey(root)];
  }
  const confusing = root && block.faults.length === 0 ? confusable(text, root) : undefined;
  if (confusing) block.faults = [confusing];
  return block;
}

/** The fault of a scalar or a list where an entry is expected. */
function noKey({ block, line, col, endLine, endCol, kind }: Node): SyntaxFault {
  return { block, line, col, endLine, endCol, code: kind === "scalar" ? "NO_KEY" : "NO_MAP" };
}

/** Whether a block is not parsed: a header or a tail. */
export function isBare({ children, pairs, other, faults }: Block): boolean {
  return !children && pairs.length === 0 && !other && faults.length === 0;
}

/** Whether a block is a tail: a document marker and all that follows the first document. */
export function isTail(block: Block): boolean {
  return block.pairs.length === 0 && kindOf(block.text, 0, 0) === "marker";
}

/** The leaves of a block, in document order. */
export function leavesOf(block: Block): readonly Block[] {
  const leaves: Block[] = [];
  collectLeaves(block, leaves);
  return leaves;
}

// Called for whole files after each edit: `flatMap` at each level takes ten times as long.
function collectLeaves(block: Block, into: Block[]): void {
  if (!block.children) into.push(block);
  else for (const child of block.children) collectLeaves(child, into);
}

/**
 * A predicate for blocks: whether a test is true for at least one leaf. Cached, so that unchanged containers are not
 * visited again.
 */
export function anyLeaf(test: (leaf: Block) => boolean): (block: Block) => boolean {
  const any = (block: Block): boolean => (block.children ? anyWithin(block.children) : test(block));
  const anyWithin = memo((children: readonly Block[]): boolean => children.some(any));
  return any;
}

/** The leaves of a block for which the test of a predicate of `anyLeaf` is true, each with the line at which it begins. */
export function* leavesWith(
  any: (block: Block) => boolean,
  block: Block,
  line = 0,
): Iterable<readonly [leaf: Block, line: number]> {
  if (!any(block)) return;
  if (!block.children) yield [block, line];
  let below = line;
  for (const child of block.children ?? []) {
    yield* leavesWith(any, child, below);
    below += child.lines;
  }
}

/** The text of a block. */
export function textOf(block: Block): string {
  return block.children ? block.children.map(textOf).join("") : block.text;
}

const NONE: readonly never[] = [];

/** A block under construction. */
export type Mutable = { -readonly [Key in keyof Block]: Block[Key] };

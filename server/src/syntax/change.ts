import {
  bare,
  collect,
  container,
  cutRoot,
  isHeader,
  isTail,
  joined,
  KEY_LINE,
  leaf,
  makeEntry,
  type Reuse,
  textOf,
} from "./blocks.ts";
import { entriesOf, firstContent, headOf, kindOf, LONG, nextLine } from "./cut.ts";
import type { Block } from "./tree.ts";

/** A stretch of text, in lines and UTF-16 columns from 0, and what takes its place. */
export interface Change {
  readonly fromLine: number;
  readonly fromCol: number;
  readonly toLine: number;
  readonly toCol: number;
  readonly text: string;
}

/**
 * The blocks of a text after a change. Cuts and parses again only what the change touches; the result is what
 * `cutRoot` of the whole new text would give.
 */
export function changeRoot(root: Block, change: Change): Block {
  const children = root.children ?? [];
  const header = children[0] && !holdsEntry(children[0]) ? 1 : 0;
  return changeOne(root, change, header) ?? changeSome(root, change, header) ?? recut(root, change);
}

/** A change inside of one child: in the header, or deep in a container. */
function changeOne(root: Block, change: Change, header: number): Block | undefined {
  const children = root.children ?? [];
  const { first, last, line } = touched(children, change);
  const only = children[first];
  if (!only || first !== last) return undefined;
  const local = shifted(change, line);
  if (first < header) {
    const text = changed(only.text, local);
    return isHeader(text) && children.length > 1 ? rooted(root, 0, 1, [bare(root.uri, text)]) : undefined;
  }
  const inner = only.children ? changeIn(only, local, 0) : undefined;
  return inner && rooted(root, first, first + 1, [inner]);
}

/** A change of which the entries around it can be cut again by themselves. */
function changeSome(root: Block, change: Change, header: number): Block | undefined {
  const children = root.children ?? [];
  const region = regionOf(children, change, root.indent, header);
  if (!region || children.slice(header, region.end).some(isTail)) return undefined;
  const made = region.entries.map((entry) => makeEntry(root.uri, entry, root.indent, 0, region.reuse));
  const next = spliced(children, region.begin, region.end, made);
  return beginsWithKey(next[header]) ? joined(root.uri, root.indent, next) : undefined;
}

/** Whether an entry stands in this child of the root; else it is the header. */
function holdsEntry(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    (block.children !== undefined || kindOf(block.text, firstContent(block.text), 0) !== "blank") &&
    !isHeader(block.text)
  );
}

/** What makes a text that can be cut: it begins with a key. */
function beginsWithKey(block: Block | undefined): boolean {
  return block !== undefined && (block.children !== undefined || KEY_LINE.test(block.text));
}

function rooted(root: Block, begin: number, end: number, made: readonly Block[]): Block {
  return joined(root.uri, root.indent, spliced(root.children ?? [], begin, end, made));
}

function recut(root: Block, change: Change): Block {
  const reuse: Reuse = new Map();
  collect(root, reuse);
  return cutRoot(root.uri, changed(textOf(root), change), reuse);
}

/** The container after a change inside it; `undefined` if what it is, or where it ends, may have changed. */
function changeIn(block: Block, change: Change, depth: number): Block | undefined {
  const children = block.children ?? [];
  const { first, last, line } = touched(children, change);
  const only = children[first];
  const column = children[1]?.indent ?? 0;
  if (only && first === last) {
    const local = shifted(change, line);
    if (first === 0) return changeHead(block, changed(only.text, local));
    const inner = only.children ? changeIn(only, local, depth + 1) : undefined;
    if (inner) return grown(block, spliced(children, first, first + 1, [inner]));
  }
  const region = regionOf(children, change, column, 1);
  if (!region) return undefined;
  const made = region.entries.map((entry) => makeEntry(block.uri, entry, column, depth + 1, region.reuse));
  const next = spliced(children, region.begin, region.end, made);
  return beginsWithKey(next[1]) ? grown(block, next) : undefined;
}

function changeHead(block: Block, text: string): Block | undefined {
  const children = block.children ?? [];
  const first = nextLine(text, 0);
  const isHead =
    endsLine(text) &&
    kindOf(text, 0, block.indent) === "entry" &&
    headOf(text.slice(0, first)) !== undefined &&
    firstContent(text, first) === text.length;
  if (!isHead) return undefined;
  return grown(block, spliced(children, 0, 1, [leaf(block.uri, text, block.indent)]));
}

/** The container of these children, if they are still enough to make one. */
function grown(block: Block, children: readonly Block[]): Block | undefined {
  if (children.length < 2) return undefined;
  const next = container(block.uri, block.indent, children);
  return next.lines > LONG ? next : undefined;
}

interface Region {
  readonly begin: number;
  readonly end: number;
  readonly text: string;
  readonly entries: readonly string[];
  readonly reuse: Reuse;
}

/** The run of siblings that a change touches, with its new text cut into entries of this column. */
function regionOf(
  children: readonly Block[],
  change: Change,
  column: number,
  lowest: number,
): Region | undefined {
  let { first: begin, last, line } = touched(children, change);
  if (begin < lowest) return undefined;
  const old = children.slice(begin, last + 1);
  let text = changed(old.map(textOf).join(""), shifted(change, line));
  const before: Block[] = [];
  // What no longer begins with an entry belongs to the sibling above.
  while (text !== "" && kindOf(text, 0, column) !== "entry") {
    begin--;
    const above = children[begin];
    if (!above || begin < lowest) return undefined;
    before.push(above);
    text = textOf(above) + text;
  }
  // A line that lost its end goes on in the sibling below.
  while (!endsLine(text) && children[last + 1]) {
    last++;
    const below = children[last];
    if (below) text += textOf(below);
  }
  const entries = text === "" ? [] : entriesOf(text, column);
  if (!entries) return undefined;
  const reuse: Reuse = new Map();
  for (const block of [...old, ...before]) collect(block, reuse);
  return { begin, end: last + 1, text, entries, reuse };
}

/** Which children a change touches, and at which line the first of them begins. */
function touched(children: readonly Block[], { fromLine, toLine }: Change) {
  const lastIndex = children.length - 1;
  let first = 0;
  let line = 0;
  while (first < lastIndex && fromLine >= line + (children[first]?.lines ?? 0)) {
    line += children[first]?.lines ?? 0;
    first++;
  }
  let last = first;
  let end = line + (children[last]?.lines ?? 0);
  while (last < lastIndex && toLine >= end) {
    last++;
    end += children[last]?.lines ?? 0;
  }
  return { first, last, line };
}

function shifted(change: Change, line: number): Change {
  return { ...change, fromLine: change.fromLine - line, toLine: change.toLine - line };
}

/** A text with a change applied; places behind the end of a line or of the text mean its end. */
export function changed(text: string, { fromLine, fromCol, toLine, toCol, text: newText }: Change): string {
  const from = offsetAt(text, fromLine, fromCol);
  const to = Math.max(from, offsetAt(text, toLine, toCol));
  return text.slice(0, from) + newText + text.slice(to);
}

/** The offset of a line and column; behind the end of a line, its end. */
export function offsetAt(text: string, line: number, col: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  let end = text.indexOf("\n", at);
  if (end < 0) end = text.length;
  else if (end > at && text.charCodeAt(end - 1) === 13) end--;
  return Math.min(at + col, end);
}

function spliced(children: readonly Block[], begin: number, end: number, made: readonly Block[]): Block[] {
  return [...children.slice(0, begin), ...made, ...children.slice(end)];
}

function endsLine(text: string): boolean {
  return text === "" || text.endsWith("\n");
}

import { memo } from "../memo.ts";
import {
  countLines,
  DEEP,
  entriesOf,
  firstContent,
  headOf,
  indentOf,
  kindOf,
  LONG,
  nextLine,
} from "./cut.ts";
import { parseLeaf } from "./leaf.ts";
import { lookalike } from "./lookalikes.ts";
import { parsePlain } from "./plain.ts";
import type { Block, MapNode, Node, Pair, SyntaxFault } from "./tree.ts";

/** Blocks of the same text that may be taken over as they are; each is taken once. */
export type Reuse = Map<string, Block[]>;

/** A line that begins with a key: text, a colon, and a space or the line's end. */
export const KEY_LINE =
  /^ *(?:"(?:[^"\\\n]|\\[^\n])*" *|'[^'\n]*' *|[^\s#[\]{},&*!|>'"%@`?:-](?:[^:#\n]|:(?=[^\s])|(?<=\S)#)*):(?=[ \t\r\n]|$)/;
/** A line that begins like a text without quotes. */
const WORD_LINE = /^ *[\p{L}\p{N}_<=@%\u00a0\u202f]/u;
const HEADER = /^(?:(?:[ \t]*(?:#[^\n]*)?|%[^\n]*)\r?\n)*?---[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/;
/** At the beginning of a line, which for `^` would be behind other signs than a line break too. */
const MARKER = /(?<![^\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/;

/** Cuts and parses a whole text. */
export function cutRoot(uri: string, text: string, reuse: Reuse = new Map()): Block {
  const body = bodyStart(text);
  const end = bodyEnd(text, body);
  const children: Block[] = [];
  if (body > 0) children.push(bare(uri, text.slice(0, body)));
  const indent = indentOf(text, body);
  const middle = text.slice(body, end);
  if (middle) {
    const entries = canBeCut(middle, indent) ? entriesOf(middle, indent) : undefined;
    if (entries) for (const entry of entries) children.push(makeEntry(uri, entry, indent, 0, reuse));
    else children.push(leaf(uri, middle, indent));
  }
  if (end < text.length) children.push({ ...bare(uri, text.slice(end)), faults: [] });
  return joined(uri, indent, children);
}

/**
 * Whether a text is entries at a column. One that begins with a key is; so is one in which a key stands at the column
 * below a text without a key: as a whole it could not be read, and only its first entry is at fault.
 */
function canBeCut(text: string, column: number): boolean {
  if (KEY_LINE.test(text)) return true;
  if (!WORD_LINE.test(text)) return false;
  for (let at = nextLine(text, 0); at < text.length; at = nextLine(text, at)) {
    if (kindOf(text, at, column) === "entry" && KEY_LINE.test(text.slice(at, nextLine(text, at))))
      return true;
  }
  return false;
}

/** The header: comments and blank lines, directives, the first document marker. */
function bodyStart(text: string): number {
  const header = HEADER.exec(text);
  return firstContent(text, header ? header[0].length : 0);
}

/** Where the first document ends. */
function bodyEnd(text: string, from: number): number {
  const match = MARKER.exec(text.slice(from));
  return match ? from + match.index : text.length;
}

/** Whether a text, all of it, is a header and nothing else. */
export function isHeader(text: string): boolean {
  return text.endsWith("\n") && bodyStart(text) === text.length;
}

/** What stands behind the first document: markers, and perhaps another document. */
export function isTail(block: Block): boolean {
  return kindOf(block.text, 0, 0) === "marker" && block.pairs.length === 0;
}

/** One entry, as a container if its map is long, or broken: so that what is wrong spoils no more than its own entry. */
export function makeEntry(uri: string, text: string, indent: number, depth: number, reuse: Reuse): Block {
  const cut = () => (depth < DEEP ? cutEntry(uri, text, indent, depth, reuse) : undefined);
  if (countLines(text) > LONG) return cut() ?? take(reuse, text) ?? leaf(uri, text, indent);
  const block = take(reuse, text) ?? leaf(uri, text, indent);
  return block.faults.length > 0 ? (cut() ?? block) : block;
}

function cutEntry(uri: string, text: string, indent: number, depth: number, reuse: Reuse): Block | undefined {
  const head = headOf(text.slice(0, nextLine(text, 0)));
  if (!head) return undefined;
  const body = firstContent(text, nextLine(text, 0));
  const column = indentOf(text, body);
  if (column <= indent || !canBeCut(text.slice(body), column)) return undefined;
  const entries = entriesOf(text.slice(body), column);
  if (!entries) return undefined;
  const headText = text.slice(0, body);
  const children = [take(reuse, headText) ?? leaf(uri, headText, indent)];
  for (const entry of entries) children.push(makeEntry(uri, entry, column, depth + 1, reuse));
  return container(uri, indent, children);
}

/** A container of these children, of which the first is its head. */
export function container(uri: string, indent: number, children: readonly Block[]): Block {
  const block = joined(uri, indent, children);
  const key = children[0]?.pairs[0]?.key;
  if (!key) return block;
  const anchor = children[0]?.pairs[0]?.value;
  const last = block.pairs.at(-1);
  const first = children[1];
  const span = (line: number, col: number) => ({ block, line, col, ...endOf(children, last) });
  const value: MapNode = {
    ...span(children[0]?.lines ?? 0, first?.indent ?? 0),
    kind: "map",
    pairs: block.pairs.slice(1),
    flow: false,
    ...(anchor && "anchor" in anchor && anchor.anchor ? { anchor: anchor.anchor } : undefined),
  };
  const pair: Pair = { ...span(key.line, key.col), key, value };
  const anchors = value.anchor ? [value, ...block.anchors.slice(1)] : block.anchors;
  // The nodes above point to `block`: it is completed in place, before anybody sees it.
  return Object.assign(block, { pairs: [pair], anchors });
}

/** Where the last entry's value ends, in lines of the container. */
function endOf(children: readonly Block[], last: Pair | undefined): { endLine: number; endCol: number } {
  let line = 0;
  for (const child of children) {
    if (last && holds(child, last)) return { endLine: line + last.endLine, endCol: last.endCol };
    line += child.lines;
  }
  return { endLine: line, endCol: 0 };
}

function holds(block: Block, pair: Pair): boolean {
  return pair.block === block;
}

/** The block that children make, without an entry of its own. */
export function joined(uri: string, indent: number, children: readonly Block[]): Block {
  const block: Mutable = {
    uri,
    text: "",
    lines: 0,
    length: 0,
    indent,
    children,
    pairs: [],
    faults: NONE,
    anchors: NONE,
    aliases: false,
  };
  const pairs: Pair[] = [];
  let anchors: Node[] | undefined;
  for (const child of children) {
    block.lines += child.lines;
    block.length += child.length;
    for (const pair of child.pairs) pairs.push(pair);
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

/** A block of text in which nothing is parsed: the header, what follows the first document. */
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

/** A block that is parsed as one. */
export function leaf(uri: string, text: string, indent: number): Block {
  const block = bare(uri, text);
  block.indent = indent;
  const plain = parsePlain(block);
  const { root, faults, anchors, aliases } = plain ? { ...plain, faults: NONE } : parseLeaf(block);
  block.faults = faults;
  block.anchors = anchors;
  block.aliases = aliases;
  if (root?.kind === "map") block.pairs = root.pairs;
  else if (root) {
    block.other = root;
    if (faults.length === 0) block.faults = [noKey(root)];
  }
  const seeming = root && block.faults.length === 0 ? lookalike(text, root) : undefined;
  if (seeming) block.faults = [seeming];
  return block;
}

/** A scalar or a list where an entry is wanted. */
function noKey({ block, line, col, endLine, endCol, kind }: Node): SyntaxFault {
  return { block, line, col, endLine, endCol, code: kind === "scalar" ? "NO_KEY" : "NO_MAP" };
}

/** A block of this text that may be taken over. */
export function take(reuse: Reuse, text: string): Block | undefined {
  return reuse.get(text)?.pop();
}

/** Puts the leaves of a block among those that may be taken over. */
export function collect(block: Block, into: Reuse): void {
  if (block.children) {
    for (const child of block.children) collect(child, into);
    return;
  }
  // The header and what follows the document are not parsed: they are no entries, even if an entry has their text.
  if (block.pairs.length === 0 && block.faults.length === 0 && !block.other) return;
  const same = into.get(block.text);
  if (same) same.push(block);
  else into.set(block.text, [block]);
}

/** The leaves of a block, in the order of the text. */
export function leavesOf(block: Block): readonly Block[] {
  return block.children ? block.children.flatMap(leavesOf) : [block];
}

/** Whether something of a leaf holds for one of a block's; containers that did not change are not looked at again. */
export function anyLeaf(test: (leaf: Block) => boolean): (block: Block) => boolean {
  const any = (block: Block): boolean => (block.children ? anyWithin(block.children) : test(block));
  const anyWithin = memo((children: readonly Block[]): boolean => children.some(any));
  return any;
}

/** The text of a block. */
export function textOf(block: Block): string {
  return block.children ? block.children.map(textOf).join("") : block.text;
}

const NONE: readonly never[] = [];

type Mutable = { -readonly [Key in keyof Block]: Block[Key] };

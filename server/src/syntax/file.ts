import { memo } from "../base/memo.ts";
import { splitRoot } from "./block-splitter.ts";
import { textOf } from "./blocks.ts";
import { changeBetween, changeRoot, type TextChange } from "./change.ts";
import { lineIn } from "./lines.ts";
import { comparePositions, type Range } from "./positions.ts";
import type { Block, Node, Span } from "./tree.ts";

/** One parsed YAML file. Immutable. */
export interface File {
  readonly uri: string;
  readonly root: Block;
  /** Why it could not be read as text; then `root` is empty. */
  readonly unreadable?: Unreadable;
  /** Nobody will read a next version of it: then nothing of it is kept for one. */
  readonly passing?: boolean;
}

/** `missing` stands for a file that an `herite-de` names and that is not there. */
export type Unreadable = "too-large" | "binary" | "not-utf8" | "no-access" | "missing";

/** More is not parsed: about 400,000 lines. UTF-16 code units. */
export const LARGEST = 10_000_000;

/**
 * Parses a text, or takes over from `previous` what changes leave as it was. Never fails: what is wrong stands in the
 * blocks, and a text that is none is `unreadable`.
 */
export function parseFile(uri: string, text: string, previous?: File): File {
  if (text.length > LARGEST) return unreadable(uri, "too-large");
  if (text.includes("\0")) return unreadable(uri, "binary");
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!previous || previous.unreadable) return { uri, root: splitRoot(uri, [clean]) };
  const old = textOf(previous.root);
  return old === clean ? previous : { uri, root: changeRoot(previous.root, changeBetween(old, clean)) };
}

/** The file after one change of a document, as `textDocument/didChange` tells it. */
export function changeFile(file: File, { start, end }: Range, text: string): File {
  if (file.unreadable) return file;
  const change: TextChange = {
    fromLine: start.line,
    fromCol: start.character,
    toLine: end.line,
    toCol: end.character,
    text,
  };
  const root = changeRoot(file.root, change);
  if (root.length > LARGEST) return unreadable(file.uri, "too-large");
  return text.includes("\0") ? unreadable(file.uri, "binary") : { uri: file.uri, root };
}

/** A file of which only that it cannot be read is known. */
export function unreadable(uri: string, why: Unreadable): File {
  return { uri, root: splitRoot(uri, []), unreadable: why };
}

/** The whole text. Joined anew at each call: not for what happens on every keystroke. */
export function fileText(file: File): string {
  return textOf(file.root);
}

/** Where a span stands in the file that holds its block. */
export function rangeOf(file: File, span: Span): Range {
  const line = lineOfBlock(file, span.block);
  return {
    start: { line: line + span.line, character: span.col },
    end: { line: line + span.endLine, character: span.endCol },
  };
}

/** The same the other way round: a range of a file as a span of it. */
export function spanIn({ root }: File, { start, end }: Range): Span {
  return { block: root, line: start.line, col: start.character, endLine: end.line, endCol: end.character };
}

/** Whether a span's block is (still) one of this file. */
export function holds(file: File, span: Span): boolean {
  return lineIn(file.root, span.block) !== undefined;
}

/** The line at which a block begins. */
export function lineOfBlock(file: File, block: Block): number {
  return lineIn(file.root, block) ?? 0;
}

/** The node that an alias stands for: the last one anchored by that name above it. */
export function resolveAlias(file: File, alias: Node & { readonly kind: "alias" }): Node | undefined {
  const found = anchorsOf(file.root).get(alias.name);
  if (!found) return undefined;
  if (found.length === 1 && found[0]) return before(file, found[0], alias) ? found[0] : undefined;
  return found.filter((node) => before(file, node, alias)).at(-1);
}

const anchorsOf = memo((root: Block): ReadonlyMap<string, readonly Node[]> => {
  const byName = new Map<string, Node[]>();
  for (const node of root.anchors) {
    const name = "anchor" in node ? node.anchor : undefined;
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same) same.push(node);
    else byName.set(name, [node]);
  }
  return byName;
});

function before(file: File, a: Span, b: Span): boolean {
  return comparePositions(rangeOf(file, a).start, rangeOf(file, b).start) < 0;
}

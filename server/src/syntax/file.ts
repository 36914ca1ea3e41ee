import { memo } from "../base/memo.ts";
import { splitRoot } from "./block-splitter.ts";
import { textOf } from "./blocks.ts";
import { applyChanges, changeBetween, changeRoot } from "./change.ts";
import { hasLoneReturn, splitLines, withoutLoneReturns } from "./line-breaks.ts";
import { lineIn } from "./lines.ts";
import { comparePositions, type Position, type Range } from "./positions.ts";
import type { Block, Node, Span } from "./tree.ts";

/** One parsed YAML file. Immutable. */
export interface File {
  readonly uri: string;
  readonly root: Block;
  /**
   * The text as it is written, if carriage returns alone end lines in it. In the text of `root` these are line feeds, so
   * that all positions are the same.
   */
  readonly original?: string;
  /** Why it could not be read as text. If set, `root` is empty. */
  readonly unreadable?: Unreadable;
  /** The text that was not parsed, where it is known: the changes that an editor sends later refer to it. */
  readonly rejectedText?: string;
  /** No later version of it will be parsed, so results for incremental analysis are not kept. */
  readonly transient?: boolean;
}

/**
 * Why a file cannot be read. `missing`: an `herite-de` names it, but it does not exist. `outside`: a link in its path
 * leads out of the folders that may be read.
 */
export type Unreadable = "too-large" | "binary" | "not-utf8" | "no-access" | "outside" | "missing";

/** Longer files are not parsed: about 400,000 lines. In UTF-16 code units. */
export const MAX_FILE_LENGTH = 10_000_000;

/**
 * Parses a text. Blocks of `previous` that are unchanged are reused. Never throws: syntax errors are in the blocks, and
 * content that is not text is `unreadable`.
 */
export function parseFile(uri: string, text: string, previous?: File): File {
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (text.length > MAX_FILE_LENGTH) return rejected(uri, "too-large", clean);
  if (text.includes("\0")) return rejected(uri, "binary", clean);
  if (!hasLoneReturn(clean)) return parsed(uri, clean, previous);
  if (previous?.original === clean) return previous;
  return { ...parsed(uri, withoutLoneReturns(clean), previous), original: clean };
}

function parsed(uri: string, text: string, previous: File | undefined): File {
  if (!previous || previous.unreadable) return { uri, root: splitRoot(uri, [text]) };
  const old = textOf(previous.root);
  if (old !== text) return { uri, root: changeRoot(previous.root, [changeBetween(old, text)]) };
  return previous.original === undefined ? previous : { uri, root: previous.root };
}

/**
 * The file after one content change of `textDocument/didChange`. A file whose text was rejected is parsed again: the
 * change may have removed what was wrong with it.
 */
export function changeFile(file: File, range: Range, text: string): File {
  return editFile(file, [{ range, newText: text }]);
}

/**
 * The same after several edits, which are in the order of the text, do not overlap, and are in positions of the text before
 * them. Only the entries that they touch are parsed.
 */
export function editFile(
  file: File,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): File {
  const changes = edits.map(({ range: { start, end }, newText }) => ({
    fromLine: start.line,
    fromCol: start.character,
    toLine: end.line,
    toCol: end.character,
    text: newText,
  }));
  if (file.rejectedText !== undefined) return parseFile(file.uri, applyChanges(file.rejectedText, changes));
  if (file.unreadable) return file;
  // Such a text is rejected as a whole, before anything is split.
  if (changes.some(({ text }) => text.length > MAX_FILE_LENGTH || text.includes("\0")))
    return parseFile(file.uri, applyChanges(fileText(file), changes));
  // Whether a carriage return is one alone depends on what follows it.
  if (file.original !== undefined || changes.some(({ text }) => hasLoneReturn(text)))
    return parseFile(file.uri, applyChanges(fileText(file), changes), file);
  const root = changeRoot(file.root, changes);
  return root.length > MAX_FILE_LENGTH
    ? rejected(file.uri, "too-large", textOf(root))
    : { uri: file.uri, root };
}

function rejected(uri: string, reason: Unreadable, text: string): File {
  return { ...unreadable(uri, reason), rejectedText: text };
}

/** A file that cannot be read, with an empty root. */
export function unreadable(uri: string, reason: Unreadable): File {
  return { uri, root: splitRoot(uri, []), unreadable: reason };
}

/** The whole text, as it is written. Built on each call: not for code that runs on every keystroke. */
export function fileText(file: File): string {
  return file.original ?? textOf(file.root);
}

/** Its lines, without their line ends. Cached. */
export const fileLines = memo((file: File): readonly string[] => splitLines(fileText(file)));

/** The range of a span in the file that contains its block. */
export function rangeOf(file: File, span: Span): Range {
  const line = lineOfBlock(file, span.block);
  return {
    start: { line: line + span.line, character: span.col },
    end: { line: line + span.endLine, character: span.endCol },
  };
}

/** The span of a range of a file, relative to its root. */
export function spanIn({ root }: File, { start, end }: Range): Span {
  return { block: root, line: start.line, col: start.character, endLine: end.line, endCol: end.character };
}

/** Whether the block of a span is part of this version of the file. */
export function holds(file: File, span: Span): boolean {
  return lineIn(file.root, span.block) !== undefined;
}

/** The line at which a block begins; 0 if it is not part of this file. */
export function lineOfBlock(file: File, block: Block): number {
  return lineIn(file.root, block) ?? 0;
}

/** The node to which an alias refers: the last node above it with that anchor; `undefined` if there is none. */
export function resolveAlias(file: File, alias: Node & { readonly kind: "alias" }): Node | undefined {
  const candidates = anchorsOf(file.root).get(alias.name);
  if (!candidates) return undefined;
  if (candidates.length === 1 && candidates[0])
    return before(file, candidates[0], alias) ? candidates[0] : undefined;
  return candidates.filter((node) => before(file, node, alias)).at(-1);
}

/** The anchored nodes that begin above a position, in document order: those that an alias may name there. */
export function anchorsAbove(
  file: File,
  position: Position,
): readonly (Node & { readonly anchor: string })[] {
  return file.root.anchors.filter(
    (node): node is Node & { readonly anchor: string } =>
      "anchor" in node &&
      node.anchor !== undefined &&
      comparePositions(rangeOf(file, node).start, position) < 0,
  );
}

const anchorsOf = memo((root: Block): ReadonlyMap<string, readonly Node[]> => {
  const byName = new Map<string, Node[]>();
  for (const node of root.anchors) {
    const name = "anchor" in node ? node.anchor : undefined;
    if (name === undefined) continue;
    const nodes = byName.get(name);
    if (nodes) nodes.push(node);
    else byName.set(name, [node]);
  }
  return byName;
});

function before(file: File, a: Span, b: Span): boolean {
  return comparePositions(rangeOf(file, a).start, rangeOf(file, b).start) < 0;
}

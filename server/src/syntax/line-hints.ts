import { message } from "../base/message.ts";
import {
  type ErroneousBlock,
  excerpt,
  lengthBeforeComment,
  type RecoveryHint,
  type SourceLine,
} from "./erroneous-block.ts";
import { offsetAfterKey } from "./line-kinds.ts";

const ITEM = /^-(?=\s|$)/;
/** Hints for mistakes on single lines, and in the columns of lines. The most certain first. */
export function* lineHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* equalsSigns(leaf);
  yield* itemsOnKeyLine(leaf);
  yield* keysWithoutColon(leaf);
  yield* mixedCollections(leaf);
  yield* indentation(leaf);
}

/** An equals sign in place of a colon: `rne = 0759998K`. */
function* equalsSigns({ lines }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const line of lines) {
    const match = /^( *(?:- +)?)([\p{L}\p{N}_-]+)\s*(=>?)\s*/u.exec(line.text);
    if (!match || line.empty || match[0].length === line.text.length) continue;
    const [whole, before = "", key = "", sign = ""] = match;
    const from = line.from + before.length + key.length;
    const to = line.from + whole.length;
    yield {
      from,
      to,
      message: message("A key and its value are separated by a colon and a space, not by “{0}”.", sign),
      title: message("Replace by a colon"),
      safety: "sure",
      patches: [{ from, to, text: ": " }],
    };
  }
}

/** An item on the line of its key: `classes: - 6A`. */
function* itemsOnKeyLine({ lines }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const line of lines) {
    const match = /^( *(?:- +)*(?!- )[^\s#][^#]*?:)( +)-(?=\s)/.exec(line.text);
    if (!match || line.empty) continue;
    const column = match[0].length - 1;
    const from = line.from + (match[1]?.length ?? 0);
    yield {
      from: line.from + column,
      to: line.from + column + 1,
      message: message("A list with dashes begins on the line below its key."),
      title: message("Move it to a line of its own"),
      safety: "sure",
      patches: [{ from, to: line.from + column, text: `\n${" ".repeat(column)}` }],
    };
  }
}

/** A word where an entry is expected: an incomplete key, or text without a key. */
function* keysWithoutColon(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { lines, block } = leaf;
  for (const line of lines) {
    const [, before = "", word = ""] =
      /^( *)("[^"]*"|'[^']*'|[\p{L}\p{N}_][^\s:#,[\]{}]*) *$/u.exec(line.text) ?? [];
    if (!word) continue;
    const from = line.from + before.length;
    const to = from + word.length;
    yield {
      from,
      to,
      message: message("“{0}” is not a key yet: a colon is missing after it.", excerpt(word)),
      title: message("Add a colon"),
      safety: "probable",
      mergeable: true,
      patches: [{ from: to, to, text: ":" }],
    };
  }
  if (block.other?.kind !== "scalar" || !leaf.has("NO_KEY") || block.other.style !== "plain") return;
  const first = lines.find(({ empty }) => !empty);
  if (!first) return;
  const from = first.from + first.indent;
  yield {
    from,
    to: first.from + first.text.trimEnd().length,
    message: message(
      "“{0}” has no colon: it is neither a key with its value nor a comment.",
      excerpt(first.text),
    ),
    title: message("Make it a comment"),
    safety: "probable",
    mergeable: true,
    patches: lines
      .filter(({ empty }) => !empty)
      .map(({ from, indent }) => ({ from: from + indent, to: from + indent, text: "# " })),
  };
}

/** Items of a list at the column of keys. */
function* mixedCollections({ lines, first }: ErroneousBlock): Iterable<RecoveryHint> {
  const above = new Map<number, { readonly line: SourceLine; readonly item: boolean }>();
  let isAfterKey = false;
  for (const line of lines) {
    const content = line.text.slice(line.indent);
    const item = ITEM.test(content);
    if (line.empty || !(item || offsetAfterKey(content) !== undefined)) continue;
    dropDeeper(above, line.indent);
    const before = above.get(line.indent);
    if (!before) above.set(line.indent, { line, item });
    // A list may be at the column of its key.
    else if (before.item !== item && !(item && isAfterKey) && line.to >= first.from)
      yield mixedHint(line, before);
    isAfterKey = content.charAt(lengthBeforeComment(content) - 1) === ":";
  }
}

/** Drops the columns to the right of a column. */
function dropDeeper(above: Map<number, unknown>, column: number): void {
  for (const b of above.keys()) if (b > column) above.delete(b);
}

function mixedHint(
  line: SourceLine,
  before: { readonly line: SourceLine; readonly item: boolean },
): RecoveryHint {
  const from = line.from + line.indent;
  return {
    from,
    to: from + (before.item ? (offsetAfterKey(line.text.slice(line.indent)) ?? 1) : 1),
    message: message("A list (“- ”) and keys cannot be mixed in one place."),
    related: {
      at: before.line.from + before.line.indent,
      message: before.item ? message("An item of a list stands here.") : message("A key stands here."),
    },
  };
}

/** A line that begins at a column where nothing above it begins. */
function* indentation(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { lines } = leaf;
  const filled = lines.filter(({ empty }) => !empty);
  const [head] = filled;
  const outside = filled.find(({ indent }) => indent < leaf.block.indent);
  // The first entry of the file is deeper than the others.
  if (head && outside) yield* moveHints(lines, lines.indexOf(head), [outside.indent]);
  const suspects = leaf.faults
    .slice(0, 3)
    .flatMap(({ from, to }) => [leaf.lineAt(from), leaf.lineAt(to), leaf.lineAt(from) + 1]);
  for (const index of [...new Set(suspects)].sort((a, b) => a - b)) {
    const line = lines[index];
    if (!line || line.empty || line === head || !/^["'\p{L}\p{N}-]/u.test(line.text.slice(line.indent)))
      continue;
    const columns = new Set(filled.map(({ indent }) => indent).filter((indent) => indent !== line.indent));
    const distance = (column: number) => Math.abs(column - line.indent);
    yield* moveHints(lines, index, [...columns].sort((a, b) => distance(a) - distance(b)).slice(0, 4));
  }
}

function* moveHints(
  lines: readonly SourceLine[],
  index: number,
  columns: readonly number[],
): Iterable<RecoveryHint> {
  const line = lines[index];
  if (!line) return;
  for (const column of columns)
    for (const moved of movableGroups(lines, index)) yield moveHint(line, moved, column);
}

/**
 * The groups of lines that may move together: a line alone, with the deeper lines below it, or with all lines below it
 * that are not to its left.
 */
function movableGroups(lines: readonly SourceLine[], index: number): readonly (readonly SourceLine[])[] {
  const [line, ...below] = lines.slice(index);
  if (!line) return [];
  const end = below.findIndex(({ empty, indent }) => !empty && indent <= line.indent);
  const deeper = below.slice(0, end < 0 ? below.length : end).filter(({ text }) => text.trim() !== "");
  const toTheLeft = below.findIndex(({ empty, indent }) => !empty && indent < line.indent);
  const notToTheLeft = below
    .slice(0, toTheLeft < 0 ? below.length : toTheLeft)
    .filter(({ text }) => text.trim() !== "");
  const found = [[line, ...deeper]];
  if (deeper.length > 0) found.push([line]);
  if (notToTheLeft.length > deeper.length) found.push([line, ...notToTheLeft]);
  return found;
}

function moveHint(line: SourceLine, moved: readonly SourceLine[], column: number): RecoveryHint {
  const shift = column - line.indent;
  const word = /^(?:- +)?(?:"[^"]*"|'[^']*'|[^\s:]+)/.exec(line.text.slice(line.indent))?.[0] ?? "";
  const from = line.from + line.indent;
  return {
    from,
    to: from + Math.max(1, word.length),
    message: message(
      "“{0}” begins at column {1}; what it stands beside begins at column {2}.",
      excerpt(word),
      line.indent + 1,
      column + 1,
    ),
    title: message("Move it to column {0}", column + 1),
    safety: "probable",
    patches: moved.map(({ from, indent }) => ({
      from,
      to: from + Math.min(indent, Math.max(0, -shift)),
      text: " ".repeat(Math.max(0, shift)),
    })),
  };
}

import { message } from "../base/message.ts";
import {
  type ErroneousBlock,
  excerpt,
  lengthBeforeComment,
  type RecoveryHint,
  type SourceLine,
} from "./erroneous-block.ts";
import { behindKey } from "./line-kinds.ts";

const ITEM = /^-(?=\s|$)/;
/** Slips of single lines and of how lines stand to each other, the surest first. */
export function* lineHints(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  yield* otherSigns(leaf);
  yield* listBehindKey(leaf);
  yield* keysWithoutColon(leaf);
  yield* mixed(leaf);
  yield* indentation(leaf);
}

/** `rne = 0759998K`. */
function* otherSigns({ lines }: ErroneousBlock): Iterable<RecoveryHint> {
  for (const line of lines) {
    const match = /^( *(?:- +)?)([\p{L}\p{N}_-]+)\s*(=>?)\s*(?=\S)/u.exec(line.text);
    if (!match || line.empty) continue;
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

/** `classes: - 6A`. */
function* listBehindKey({ lines }: ErroneousBlock): Iterable<RecoveryHint> {
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

/** A word where an entry should be: the beginning of a key, or of nothing. */
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
      message: message("“{0}” is not a key yet: a colon is missing behind it.", excerpt(word)),
      title: message("Add a colon"),
      safety: "probable",
      spreads: true,
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
    spreads: true,
    patches: lines
      .filter(({ empty }) => !empty)
      .map(({ from, indent }) => ({ from: from + indent, to: from + indent, text: "# " })),
  };
}

/** Items of a list beside keys. */
function* mixed({ lines, first }: ErroneousBlock): Iterable<RecoveryHint> {
  const above = new Map<number, { readonly line: SourceLine; readonly item: boolean }>();
  let headed = false;
  for (const line of lines) {
    const content = line.text.slice(line.indent);
    const item = ITEM.test(content);
    if (line.empty || !(item || behindKey(content) !== undefined)) continue;
    forget(above, line.indent);
    const before = above.get(line.indent);
    if (!before) above.set(line.indent, { line, item });
    // A list may stand at the column of its key.
    else if (before.item !== item && !(item && headed) && line.to >= first.from) yield mixture(line, before);
    headed = content.charAt(lengthBeforeComment(content) - 1) === ":";
  }
}

/** What stood deeper than this column has ended. */
function forget(above: Map<number, unknown>, column: number): void {
  for (const other of above.keys()) if (other > column) above.delete(other);
}

function mixture(
  line: SourceLine,
  before: { readonly line: SourceLine; readonly item: boolean },
): RecoveryHint {
  const from = line.from + line.indent;
  return {
    from,
    to: from + (before.item ? (behindKey(line.text.slice(line.indent)) ?? 1) : 1),
    message: message("A list (“- ”) and keys cannot be mixed in one place."),
    related: {
      at: before.line.from + before.line.indent,
      message: before.item ? message("An item of a list stands here.") : message("A key stands here."),
    },
  };
}

/** A line that begins at a column at which nothing above it does. */
function* indentation(leaf: ErroneousBlock): Iterable<RecoveryHint> {
  const { lines } = leaf;
  const filled = lines.filter(({ empty }) => !empty);
  const [head] = filled;
  const outside = filled.find(({ indent }) => indent < leaf.block.indent);
  // The first entry of the file stands deeper than the others.
  if (head && outside) yield* moves(lines, lines.indexOf(head), [outside.indent]);
  const suspects = leaf.faults
    .slice(0, 3)
    .flatMap(({ from, to }) => [leaf.lineAt(from), leaf.lineAt(to), leaf.lineAt(from) + 1]);
  for (const index of [...new Set(suspects)].sort((one, other) => one - other)) {
    const line = lines[index];
    if (!line || line.empty || line === head || !/^["'\p{L}\p{N}-]/u.test(line.text.slice(line.indent)))
      continue;
    const columns = new Set(filled.map(({ indent }) => indent).filter((indent) => indent !== line.indent));
    const away = (column: number) => Math.abs(column - line.indent);
    yield* moves(lines, index, [...columns].sort((one, other) => away(one) - away(other)).slice(0, 4));
  }
}

function* moves(
  lines: readonly SourceLine[],
  index: number,
  columns: readonly number[],
): Iterable<RecoveryHint> {
  const line = lines[index];
  if (!line) return;
  for (const column of columns) for (const moved of groups(lines, index)) yield movedTo(line, moved, column);
}

/** A line alone, and with the deeper lines below it. */
function groups(lines: readonly SourceLine[], index: number): readonly (readonly SourceLine[])[] {
  const [line, ...below] = lines.slice(index);
  if (!line) return [];
  const end = below.findIndex(({ empty, indent }) => !empty && indent <= line.indent);
  const deeper = below.slice(0, end < 0 ? below.length : end).filter(({ text }) => text.trim() !== "");
  const beside = below.findIndex(({ empty, indent }) => !empty && indent < line.indent);
  const same = below.slice(0, beside < 0 ? below.length : beside).filter(({ text }) => text.trim() !== "");
  const found = [[line, ...deeper]];
  if (deeper.length > 0) found.push([line]);
  if (same.length > deeper.length) found.push([line, ...same]);
  return found;
}

function movedTo(line: SourceLine, moved: readonly SourceLine[], column: number): RecoveryHint {
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

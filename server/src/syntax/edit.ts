import { textOf } from "./blocks.ts";
import { splitLines } from "./line-breaks.ts";
import { type LineEnd, lineEndOf } from "./line-ends.ts";
import { type BlockPosition, lastLineInBlock } from "./positions.ts";
import type { Edit } from "./problem.ts";
import type { ListNode, MapNode, Node, Pair, Span } from "./tree.ts";

/** An entry with the map that contains it and its parent entry, as far as its own block contains them. */
export interface EntryLocation {
  readonly pair: Pair;
  readonly map?: MapNode;
  readonly parent?: Pair;
}

/**
 * The entry of a key. `value` is the span of its value, which for a long map is in another block than the key.
 * `undefined` for a key that begins no entry, such as the text of a short form.
 */
export function locateEntry(key: Span, value: Span = key): EntryLocation | undefined {
  for (const { pairs } of new Set([value.block, key.block])) {
    const found = find(pairs, key);
    // The head of a long map is an entry without a value: only its first line would be edited.
    const isHead = found?.pair.value.kind === "absent" && value.block !== key.block;
    if (found && !isHead && (found.map || beginsLine(found.pair))) return found;
  }
  return undefined;
}

/** Whether an entry begins its line. The entries of a file that is one flow map do not. */
function beginsLine(pair: Pair): boolean {
  return new BlockLines(pair).before(pair).trim() === "";
}

function find(
  pairs: readonly Pair[],
  key: Span,
  above?: Omit<EntryLocation, "pair">,
): EntryLocation | undefined {
  for (const pair of pairs) {
    if (pair.key === key) return { pair, ...above };
    const found = findBelow(pair.value, key, pair);
    if (found) return found;
  }
  return undefined;
}

function findBelow(node: Node, key: Span, parent: Pair): EntryLocation | undefined {
  if (node.kind === "map") return find(node.pairs, key, { map: node, parent });
  if (node.kind !== "list") return undefined;
  for (const item of node.items) {
    const found = item.kind === "map" ? find(item.pairs, key, { map: item }) : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * Removes an entry: its whole lines in block style, or with its comma in flow style. Comments around it stay. A map
 * that loses its only entry becomes `{}`, because no value at all would be reported as unfinished.
 */
export function removeEntry({ pair, map, parent }: EntryLocation): readonly Edit[] {
  const text = new BlockLines(pair);
  if (map?.flow) return [removePart(text, map, map.pairs, pair, "{}")];
  const index = map?.pairs.indexOf(pair) ?? -1;
  if (map?.pairs.length === 1)
    return [{ at: text.spanOf(emptiedExtent(text, pair, parent)), newText: EMPTY_MAP }];
  if (text.before(pair).trim() === "") return [{ at: text.wholeLines(pair), newText: "" }];
  const next = map?.pairs[index + 1];
  return [{ at: next ? { ...pair, endLine: next.line, endCol: next.col } : pair, newText: next ? "" : "{}" }];
}

const EMPTY_MAP = " {}";

/** From after the colon of the parent if only white space is between; else the span of the entry. */
function emptiedExtent(text: BlockLines, pair: Pair, parent: Pair | undefined): TextExtent {
  const end = text.lastOf(pair);
  const key = parent?.key;
  const between = key
    ? text.slice({ ...pair, line: key.endLine, col: key.endCol, endLine: pair.line, endCol: pair.col })
    : "";
  if (key && /^:\s*$/.test(between))
    return { line: key.endLine, col: key.endCol + 1, endLine: end.line, endCol: end.col };
  return { line: pair.line, col: Math.max(0, pair.col - 1), endLine: end.line, endCol: end.col };
}

/** Removes an item from a list. A list that loses its only item becomes `[]`, which means “none”. */
export function removeItem(list: ListNode, item: Node): readonly Edit[] {
  const text = new BlockLines(item);
  if (list.flow) return [removePart(text, list, list.items, item, "[]")];
  if (list.items.length === 1) return [replaceValue(list, "[]")];
  return [{ at: text.wholeLines(item), newText: "" }];
}

/** Removes one part from a flow collection. */
function removePart(text: BlockLines, whole: Span, parts: readonly Span[], part: Span, empty: string): Edit {
  if (parts.length === 1 && whole.line === whole.endLine) return { at: whole, newText: empty };
  const comma = /^\s*,/.exec(text.after(part))?.[0] ?? "";
  const rest = text.after(part).slice(comma.length);
  if (text.before(part).trim() === "" && /^\s*(?:#.*)?$/.test(rest))
    return { at: text.wholeLines(part), newText: "" };
  const index = parts.indexOf(part);
  const next = parts[index + 1];
  const previous = parts[index - 1];
  if (next && next.line === part.endLine)
    return { at: { ...part, endLine: next.line, endCol: next.col }, newText: "" };
  if (!next && previous?.endLine === part.line)
    return { at: { ...part, line: previous.endLine, col: previous.endCol }, newText: "" };
  return { at: { ...part, endCol: part.endCol + comma.length }, newText: "" };
}

/** Inserts a key into a map: below its last entry, or after it in flow style. */
export function insertKey(map: MapNode, key: string, value: string): readonly Edit[] {
  return insertKeys(map, [[key, value]]);
}

/**
 * Inserts several keys, in this order. If a value is empty, only the key and its colon are written. No edits if the map
 * is a whole file in flow style.
 */
export function insertKeys(
  map: MapNode,
  keys: readonly (readonly [key: string, value: string])[],
): readonly Edit[] {
  const first = map.pairs[0];
  const last = map.pairs.at(-1);
  const entries = keys.map(([key, value]) => (value === "" ? `${key}:` : `${key}: ${value}`));
  const inFlow = entries.join(", ");
  if (!first || !last) {
    return [
      map.flow
        ? { at: map, newText: `{ ${inFlow} }` }
        : { at: startOf(map), newText: `${entries.join("\n")}\n` },
    ];
  }
  if (map.flow) {
    // After an absent value the colon may still follow.
    return last.value.kind === "absent"
      ? [{ at: startOf(first), newText: `${inFlow}, ` }]
      : [{ at: endOf(last), newText: `, ${inFlow}` }];
  }
  const text = new BlockLines(last);
  if (text.before(first).includes("{")) return []; // a file that is one flow map
  const { line } = text.lastOf(last);
  const col = text.lengthOf(line);
  const at = { block: last.block, line, col, endLine: line, endCol: col };
  const indent = text.lineEnd + " ".repeat(first.key.col);
  return [{ at, newText: entries.map((entry) => indent + entry).join("") }];
}

/** Replaces a value, or inserts it where there is none. `text` is one line. */
export function replaceValue(node: Node, text: string): Edit {
  const lines = new BlockLines(node);
  const before = lines.before(node);
  if (node.kind === "absent") {
    const colon = /^\s*:/.exec(lines.after(node))?.[0] ?? "";
    const col = node.col + colon.length;
    const gap = before.endsWith(" ") && colon === "" ? "" : " ";
    const mark = colon !== "" || /[:-]\s*$/.test(before) ? "" : ":";
    return { at: { ...node, col, endCol: col }, newText: `${mark}${gap}${text}` };
  }
  const end = lines.lastOf(node);
  // A block list may begin at the column of its key, a scalar may not.
  const inset = node.kind === "list" && !node.flow && before.trim() === "" ? "  " : "";
  return { at: { ...node, endLine: end.line, endCol: end.col }, newText: `${inset}${text}` };
}

interface TextExtent {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** The lines of the block of a span. */
class BlockLines {
  readonly lineEnd: LineEnd;
  readonly #at: Span;
  readonly #lines: readonly string[];

  constructor(at: Span) {
    const text = textOf(at.block);
    this.#at = at;
    this.#lines = splitLines(text);
    this.lineEnd = lineEndOf(text);
  }

  lengthOf(line: number): number {
    return this.#lines[line]?.length ?? 0;
  }

  before({ line, col }: Span): string {
    return (this.#lines[line] ?? "").slice(0, col);
  }

  /** The text after a span on its last line. */
  after({ endLine, endCol }: Span): string {
    return (this.#lines[endLine] ?? "").slice(endCol);
  }

  /** The position after the last character. The span of a block scalar ends on the line below. */
  lastOf(span: Span): BlockPosition {
    const line = lastLineInBlock(span);
    return { line, col: line < span.endLine ? this.lengthOf(line) : span.endCol };
  }

  slice({ line, col, endLine, endCol }: Span): string {
    const lines = this.#lines.slice(line, endLine + 1);
    const [first = ""] = lines;
    if (lines.length === 1) return first.slice(col, endCol);
    return [first.slice(col), ...lines.slice(1, -1), (lines.at(-1) ?? "").slice(0, endCol)].join("\n");
  }

  /** The whole lines of a span, with the last line break. */
  wholeLines(span: Span): Span {
    const { line } = this.lastOf(span);
    const isLast = line + 1 >= this.#lines.length;
    const end = isLast ? { endLine: line, endCol: this.lengthOf(line) } : { endLine: line + 1, endCol: 0 };
    return { block: span.block, line: span.line, col: 0, ...end };
  }

  spanOf(ends: TextExtent): Span {
    return { block: this.#at.block, ...ends };
  }
}

function startOf({ block, line, col }: Span): Span {
  return { block, line, col, endLine: line, endCol: col };
}

function endOf({ block, endLine, endCol }: Span): Span {
  return { block, line: endLine, col: endCol, endLine, endCol };
}

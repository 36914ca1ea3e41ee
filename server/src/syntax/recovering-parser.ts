import {
  type CursorContext,
  type RecoveredCollection,
  type RecoveredEntry,
  type RecoveredScalar,
  TokenReader,
} from "./cursor-context.ts";
import { lineEndAt } from "./implicit-key.ts";
import { recoverFlow } from "./recovering-flow.ts";
import type { Token, TokenKind } from "./token-cursor.ts";
import { tokensOf } from "./tokens.ts";

/**
 * The element at the cursor in a text whose outermost keys are at column `indent`. `depth` is the column intended on a
 * blank line.
 */
export function cursorContextIn(text: string, cursor: number, indent: number, depth: number): CursorContext {
  return new RecoveringParser(text, cursor, indent, depth).read();
}

class RecoveringParser {
  readonly #reader: TokenReader;
  readonly #depth: number;
  readonly #stack: RecoveredCollection[];
  /** The offset at which the current line begins. */
  #begin = 0;

  constructor(text: string, cursor: number, indent: number, depth: number) {
    this.#reader = new TokenReader(text, tokensOf(text), cursor);
    this.#depth = depth;
    this.#stack = [{ kind: "map", flow: false, indent, entries: [], parent: undefined }];
  }

  read(): CursorContext {
    for (let token = this.#reader.take(); token; token = this.#reader.take()) this.#line(token);
    return this.#reader.context ?? { role: "text", collection: this.#top };
  }

  get #top(): RecoveredCollection {
    return this.#stack.at(-1) as RecoveredCollection;
  }

  #line(indentation: Token): void {
    const reader = this.#reader;
    this.#begin = indentation.from;
    const first = reader.nextOnLine;
    if (!first || first.kind === "comment") {
      if (reader.cursor >= indentation.from && reader.cursor <= indentation.to) this.#blank();
    } else {
      const entry = this.#entries();
      const value = reader.nextOnLine;
      if (value && value.kind !== "comment") {
        if (entry) this.#value(entry, value);
        else this.#stray(value);
      }
    }
    this.#rest();
  }

  /** Reads the dashes and the key with its colon at the start of a line. Returns the entry whose value comes next. */
  #entries(): RecoveredEntry | undefined {
    const reader = this.#reader;
    let entry: RecoveredEntry | undefined;
    for (let token = reader.nextOnLine; token && isBeforeValue(token); token = reader.nextOnLine) {
      reader.take();
      entry = token.isKey ? this.#key(token) : this.#indicator(token, entry);
      if (entry?.explicit && !entry.key) this.#explicitKey(entry, token.to);
      else if (entry && !token.isKey) this.#gap(entry, token.to);
    }
    return entry;
  }

  /** Reads a token before a value that is not a key. Returns the entry that it begins or belongs to. */
  #indicator(token: Token, current: RecoveredEntry | undefined): RecoveredEntry | undefined {
    const { kind, from, to } = token;
    const column = from - this.#begin;
    if (kind === "mapping-value") {
      const entry = current ?? this.#valueOfExplicit(column) ?? this.#newEntry(this.#open("map", column));
      entry.colon = to;
      return entry;
    }
    const beginsEntry = kind === "sequence-entry" || kind === "mapping-key";
    const entry = beginsEntry
      ? this.#newEntry(this.#open(kind === "mapping-key" ? "map" : "list", column))
      : current;
    const collection = entry?.collection ?? this.#top;
    if (kind === "mapping-key" && entry) entry.explicit = true;
    this.#text(from, beginsEntry ? from : to, collection);
    return entry;
  }

  /** Reads the key after a question mark, if it is on the same line. */
  #explicitKey(entry: RecoveredEntry, from: number): void {
    const reader = this.#reader;
    const next = reader.nextOnLine;
    if (next && SCALARS.has(next.kind)) {
      reader.take();
      entry.key = reader.scalar(next);
      this.#text(from, next.from - 1, entry.collection);
      this.#word("key", entry, entry.key);
    } else if (!next && reader.isIn(from, lineEndAt(reader.text, from)))
      reader.context = { role: "key", collection: entry.collection, entry };
  }

  /** The entry above with an explicit key at a column whose value is still missing. */
  #valueOfExplicit(column: number): RecoveredEntry | undefined {
    const last = this.#open("map", column).entries.at(-1);
    return last?.explicit && last.colon === undefined ? last : undefined;
  }

  #key(token: Token): RecoveredEntry {
    const word = this.#reader.scalar(token);
    const entry = this.#newEntry(this.#open("map", token.from - this.#begin), word);
    this.#word("key", entry, word);
    this.#text(word.to, this.#reader.next?.from ?? word.to, entry.collection);
    return entry;
  }

  /** White space before a value. If the line has no value, this is where it would be typed. */
  #gap(entry: RecoveredEntry, from: number): void {
    const reader = this.#reader;
    const next = reader.nextOnLine;
    if (next && next.kind !== "comment") this.#text(from, next.from - 1, entry.collection);
    else if (reader.isIn(from, next?.from ?? lineEndAt(reader.text, from)))
      reader.context = { role: "value", collection: entry.collection, entry };
  }

  #value(entry: RecoveredEntry, token: Token): void {
    const reader = this.#reader;
    const collection = entry.collection;
    if (token.kind === "flow-start") {
      entry.value = recoverFlow(reader, entry, collection.indent);
      return;
    }
    if (token.kind === "flow-end") return;
    reader.take();
    const word = reader.scalar(token);
    entry.value = word;
    this.#word(ROLES[token.kind] ?? "value", entry, word);
  }

  /** A line without a colon: an incomplete key, a value on its own line, or the continuation of a text. */
  #stray(token: Token): void {
    const reader = this.#reader;
    const column = token.from - this.#begin;
    const above = this.#stack.findLast(({ indent }) => indent < column)?.entries.at(-1);
    const isKeyColumn = this.#stack.some(({ indent, kind }) => indent === column && kind === "map");
    if (above && !above.value && !isKeyColumn && !SCALARS.has(token.kind)) this.#value(above, token);
    else if (!isKeyColumn && above?.value) return;
    else if (token.kind === "flow-start") {
      const isFirst = this.#stack.length === 1 && this.#top.entries.length === 0;
      const entry = isFirst ? undefined : this.#newEntry(this.#open("map", column));
      const flow = recoverFlow(reader, entry, column);
      if (entry) entry.value = flow;
    } else if (SCALARS.has(token.kind)) {
      reader.take();
      const word = reader.scalar(token);
      this.#word("key", this.#newEntry(this.#open("map", column), word), word);
    }
  }

  /** Skips the rest of the line after a value; only a comment in it is recorded. */
  #rest(): void {
    const reader = this.#reader;
    for (let token = reader.nextOnLine; token; token = reader.nextOnLine) {
      if (token.kind === "comment") reader.captureComment(token, this.#top);
      reader.take();
    }
    const end = reader.next ? reader.next.from - 1 : reader.text.length;
    // Below a collection that is not closed, an empty line may be for an entry.
    const isBelow = reader.isAfterUnclosed && reader.isOnBlankLine && reader.line > this.#begin;
    if (isBelow && reader.isIn(this.#begin, end)) this.#blank();
    else this.#text(this.#begin, end, this.#top);
  }

  #text(from: number, to: number, collection: RecoveredCollection): void {
    if (this.#reader.isIn(from, to)) this.#reader.context = { role: "text", collection };
  }

  #word(role: "key" | "value" | "alias" | "text", entry: RecoveredEntry, word: RecoveredScalar): void {
    if (this.#reader.isIn(word.from, word.to))
      this.#reader.context = { role, collection: entry.collection, entry, word };
  }

  /** The block collection of a kind at a column: an open one, or a new one below the last entry. */
  #open(kind: RecoveredCollection["kind"], column: number): RecoveredCollection {
    while (this.#stack.length > 1 && endsBefore(this.#top, kind, column)) this.#stack.pop();
    const top = this.#top;
    if (top.kind === kind && (top.indent === column || this.#stack.length === 1) && top.indent >= column)
      return top;
    const parent = top.entries.at(-1);
    const collection: RecoveredCollection = { kind, flow: false, indent: column, entries: [], parent };
    if (parent) parent.value = collection;
    this.#stack.push(collection);
    return collection;
  }

  #newEntry(collection: RecoveredCollection, key?: RecoveredScalar): RecoveredEntry {
    const entry: RecoveredEntry = { collection, ...(key ? { key } : undefined) };
    collection.entries.push(entry);
    return entry;
  }

  /**
   * The context on a blank line: the deepest collection whose column the cursor has reached, or the missing value of an
   * entry.
   */
  #blank(): void {
    const reached = this.#stack.findLast(({ indent }) => indent <= this.#depth) ?? this.#stack[0];
    const outer = reached?.parent?.collection;
    const isListAtKeyColumn =
      reached?.kind === "list" && outer?.indent === reached.indent && this.#depth === reached.indent;
    const collection = (isListAtKeyColumn ? outer : reached) as RecoveredCollection;
    const last = collection.entries.at(-1);
    const needsValue = last && !last.value && (last.colon !== undefined || collection.kind === "list");
    const entry = needsValue && this.#depth > collection.indent ? last : undefined;
    this.#reader.context ??= { role: "blank", collection, ...(entry ? { entry } : undefined) };
  }
}

/** Whether a block collection ends where a collection of kind `next` begins or continues at a column. */
function endsBefore({ indent, kind }: RecoveredCollection, next: "map" | "list", column: number): boolean {
  return indent > column || (indent === column && kind === "list" && next === "map");
}

/** Whether a token may come before a value on its line. */
function isBeforeValue({ kind, isKey }: Token): boolean {
  return isKey || BEFORE_VALUE.has(kind);
}

const SCALARS: ReadonlySet<TokenKind> = new Set(["plain", "single-quoted", "double-quoted"]);

/** What may be inserted in place of a value of a kind, other than values. */
const ROLES: { readonly [kind in TokenKind]?: "alias" | "text" } = { alias: "alias", "block-header": "text" };

const BEFORE_VALUE: ReadonlySet<TokenKind> = new Set([
  "document-marker",
  "sequence-entry",
  "mapping-key",
  "mapping-value",
  "anchor",
  "tag",
]);

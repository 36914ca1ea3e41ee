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

/** What the cursor is in, of a text whose outermost keys stand at a column. `depth` is the column meant on a blank line. */
export function cursorContextIn(text: string, cursor: number, indent: number, depth: number): CursorContext {
  return new RecoveringParser(text, cursor, indent, depth).read();
}

class RecoveringParser {
  readonly #reader: TokenReader;
  readonly #depth: number;
  readonly #stack: RecoveredCollection[];
  /** Where the line begins. */
  #begin = 0;

  constructor(text: string, cursor: number, indent: number, depth: number) {
    this.#reader = new TokenReader(text, tokensOf(text), cursor);
    this.#depth = depth;
    this.#stack = [{ kind: "map", flow: false, indent, slots: [], parent: undefined }];
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

  /** Dashes, and a key with its colon, with which a line begins: the entry whose value comes next. */
  #entries(): RecoveredEntry | undefined {
    const reader = this.#reader;
    let entry: RecoveredEntry | undefined;
    for (let token = reader.nextOnLine; token && isHead(token); token = reader.nextOnLine) {
      reader.take();
      entry = token.isKey ? this.#key(token) : this.#indicator(token, entry);
      if (entry && !token.isKey) this.#gap(entry, token.to);
    }
    return entry;
  }

  /** What stands before a value and is no key; the entry that it begins or belongs to. */
  #indicator(token: Token, entry: RecoveredEntry | undefined): RecoveredEntry | undefined {
    const { kind, from, to } = token;
    const column = from - this.#begin;
    if (kind === "mapping-value") {
      const slot = entry ?? this.#newEntry(this.#open("map", column));
      slot.colon = to;
      return slot;
    }
    const begins = kind === "sequence-entry" || kind === "mapping-key";
    const slot = begins ? this.#newEntry(this.#open(kind === "mapping-key" ? "map" : "list", column)) : entry;
    const collection = slot?.in ?? this.#top;
    this.#text(from, begins ? from : to, collection);
    return slot;
  }

  #key(token: Token): RecoveredEntry {
    const word = this.#reader.scalar(token);
    const slot = this.#newEntry(this.#open("map", token.from - this.#begin), word);
    this.#word("key", slot, word);
    this.#text(word.to, this.#reader.next?.from ?? word.to, slot.in);
    return slot;
  }

  /** White space in front of a value: if there is none on the line, it is where that would be written. */
  #gap(slot: RecoveredEntry, from: number): void {
    const reader = this.#reader;
    const next = reader.nextOnLine;
    if (next && next.kind !== "comment") this.#text(from, next.from - 1, slot.in);
    else if (reader.isIn(from, next?.from ?? lineEndAt(reader.text, from)))
      reader.context = { role: "value", collection: slot.in, slot };
  }

  #value(slot: RecoveredEntry, token: Token): void {
    const reader = this.#reader;
    const collection = slot.in;
    if (token.kind === "flow-start") {
      slot.value = recoverFlow(reader, slot, collection.indent);
      return;
    }
    if (token.kind === "flow-end") return;
    reader.take();
    const word = reader.scalar(token);
    slot.value = word;
    this.#word(token.kind === "alias" || token.kind === "block-header" ? "text" : "value", slot, word);
  }

  /** A line without a colon: a key that is being typed, a value on a line of its own, or more of a text. */
  #stray(token: Token): void {
    const reader = this.#reader;
    const column = token.from - this.#begin;
    const above = this.#stack.findLast(({ indent }) => indent < column)?.slots.at(-1);
    const beside = this.#stack.some(({ indent, kind }) => indent === column && kind === "map");
    if (above && !above.value && !beside && token.kind !== "plain") this.#value(above, token);
    else if (!beside && above?.value) return;
    else if (token.kind === "flow-start") {
      const isFirst = this.#stack.length === 1 && this.#top.slots.length === 0;
      const slot = isFirst ? undefined : this.#newEntry(this.#open("map", column));
      const flow = recoverFlow(reader, slot, column);
      if (slot) slot.value = flow;
    } else if (token.kind === "plain" || token.kind === "single-quoted" || token.kind === "double-quoted") {
      reader.take();
      const word = reader.scalar(token);
      this.#word("key", this.#newEntry(this.#open("map", column), word), word);
    }
  }

  /** What stands behind a value on its line is a comment, or nothing that is ours. */
  #rest(): void {
    const reader = this.#reader;
    for (let token = reader.nextOnLine; token; token = reader.nextOnLine) {
      if (token.kind === "comment") reader.captureComment(token, this.#top);
      reader.take();
    }
    this.#text(this.#begin, reader.next ? reader.next.from - 1 : reader.text.length, this.#top);
  }

  #text(from: number, to: number, collection: RecoveredCollection): void {
    if (this.#reader.isIn(from, to)) this.#reader.context = { role: "text", collection };
  }

  #word(role: "key" | "value" | "text", slot: RecoveredEntry, word: RecoveredScalar): void {
    if (this.#reader.isIn(word.from, word.to))
      this.#reader.context = { role, collection: slot.in, slot, word };
  }

  /** The block collection of this kind at a column: an open one, or a new one below the last entry. */
  #open(kind: RecoveredCollection["kind"], column: number): RecoveredCollection {
    while (this.#stack.length > 1 && isOver(this.#top, kind, column)) this.#stack.pop();
    const top = this.#top;
    if (top.kind === kind && (top.indent === column || this.#stack.length === 1) && top.indent >= column)
      return top;
    const parent = top.slots.at(-1);
    const collection: RecoveredCollection = { kind, flow: false, indent: column, slots: [], parent };
    if (parent) parent.value = collection;
    this.#stack.push(collection);
    return collection;
  }

  #newEntry(collection: RecoveredCollection, key?: RecoveredScalar): RecoveredEntry {
    const slot: RecoveredEntry = { in: collection, ...(key ? { key } : undefined) };
    collection.slots.push(slot);
    return slot;
  }

  /** A blank line: the deepest collection whose column the cursor has reached, or the value of an entry without one. */
  #blank(): void {
    const reached = this.#stack.findLast(({ indent }) => indent <= this.#depth) ?? this.#stack[0];
    const beside = reached?.parent?.in;
    const same =
      reached?.kind === "list" && beside?.indent === reached.indent && this.#depth === reached.indent;
    const collection = (same ? beside : reached) as RecoveredCollection;
    const last = collection.slots.at(-1);
    const waits = last && !last.value && (last.colon !== undefined || collection.kind === "list");
    const slot = waits && this.#depth > collection.indent ? last : undefined;
    this.#reader.context ??= { role: "blank", collection, ...(slot ? { slot } : undefined) };
  }
}

/** Whether a block collection ends where a collection of a kind begins, or goes on, at a column. */
function isOver({ indent, kind }: RecoveredCollection, next: "map" | "list", column: number): boolean {
  return indent > column || (indent === column && kind === "list" && next === "map");
}

/** Whether a token stands in front of a value. */
function isHead({ kind, isKey }: Token): boolean {
  return isKey || HEADS.has(kind);
}

const HEADS: ReadonlySet<TokenKind> = new Set([
  "document-marker",
  "sequence-entry",
  "mapping-key",
  "mapping-value",
  "anchor",
  "tag",
]);

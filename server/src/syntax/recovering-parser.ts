import { indentOf, nextLine } from "./line-kinds.ts";
import { FlowScanner } from "./recovering-flow.ts";
import {
  type CursorContext,
  PLAIN,
  type RecoveredCollection,
  type RecoveredEntry,
  type Token,
} from "./recovering-scanner.ts";

/** What the cursor is in, of a text whose outermost keys stand at a column. `depth` is the column meant on a blank line. */
export function cursorContextIn(text: string, cursor: number, indent: number, depth: number): CursorContext {
  return new RecoveringParser(text, cursor, indent, depth).read();
}

class RecoveringParser extends FlowScanner {
  readonly #depth: number;
  readonly #stack: RecoveredCollection[];

  constructor(text: string, cursor: number, indent: number, depth: number) {
    super(text, cursor);
    this.#depth = depth;
    this.#stack = [{ kind: "map", flow: false, indent, slots: [], parent: undefined }];
  }

  read(): CursorContext {
    while (this.at < this.text.length) this.#line();
    if (!this.spot && (this.text === "" || this.text.endsWith("\n"))) this.#blank();
    return this.spot ?? { role: "text", collection: this.#top };
  }

  get #top(): RecoveredCollection {
    return this.#stack.at(-1) as RecoveredCollection;
  }

  #line(): void {
    const begin = this.at;
    const end = this.lineEnd(begin);
    const first = begin + indentOf(this.text, begin);
    if (first < end && this.text[first] !== "#") {
      this.#entry(first, begin, end, undefined);
      return;
    }
    if (this.cursor > first) this.capture(first, end, { role: "comment", collection: this.#top });
    else if (this.cursor >= begin) this.#blank();
    this.at = nextLine(this.text, begin);
  }

  /** An entry, an item, or a word that may become one. `item` is the item on the same line that it is the value of. */
  #entry(at: number, begin: number, end: number, item: RecoveredEntry | undefined): void {
    const column = at - begin;
    if (this.text[at] === "-" && (at + 1 >= end || this.isSpace(at + 1))) {
      this.#item(at, begin, end);
      return;
    }
    const key = this.keyAt(at, end);
    if (key) {
      const slot = this.#slot(this.#open("map", column), key);
      slot.colon = this.skip(key.to, end) + 1;
      this.capture(key.from, key.to, { role: "key", collection: slot.in, slot, word: key });
      this.capture(key.to, slot.colon - 1, { role: "text", collection: slot.in });
      this.#value(slot, slot.colon, begin, end);
      return;
    }
    if (item) {
      this.#value(item, at, begin, end);
      return;
    }
    this.#stray(at, begin, end);
  }

  #item(at: number, begin: number, end: number): void {
    const slot = this.#slot(this.#open("list", at - begin));
    const next = this.skip(at + 1, end);
    this.capture(at, at, { role: "text", collection: slot.in });
    if (next >= end || this.text[next] === "#") {
      this.#value(slot, at + 1, begin, end);
      return;
    }
    if (this.cursor < next) this.capture(at + 1, next - 1, { role: "text", collection: slot.in });
    this.#entry(next, begin, end, slot);
  }

  /** A line without a colon: a key that is being typed, a value on a line of its own, or more of a text. */
  #stray(at: number, begin: number, end: number): void {
    const column = at - begin;
    const open = this.#stack.findLast(({ indent }) => indent < column)?.slots.at(-1);
    const beside = this.#stack.some(({ indent, kind }) => indent === column && kind === "map");
    if (open && !open.value && "{[\"'".includes(this.text[at] ?? " ") && !beside) {
      this.#value(open, at, begin, end);
      return;
    }
    const word = "\"'".includes(this.text[at] ?? " ") ? this.quoted(at, -1) : this.plain(PLAIN, at);
    if (!beside && open?.value) this.capture(begin, end, { role: "text", collection: this.#top });
    else {
      const slot = this.#slot(this.#open("map", column), word);
      this.capture(word.from, word.to, { role: "key", collection: slot.in, slot, word });
    }
    this.#rest(word.to, begin, end);
  }

  #value(slot: RecoveredEntry, from: number, begin: number, end: number): void {
    const collection = slot.in;
    const at = this.#properties(collection, from, end);
    const first = at < end ? (this.text[at] ?? "") : "#";
    if (first === "#") {
      this.capture(from, at, { role: "value", collection, slot });
      this.#rest(at, begin, end);
      return;
    }
    if (this.cursor < at) this.capture(from, at - 1, { role: "text", collection });
    if (first === "|" || first === ">") {
      this.#blockScalar(slot, at, begin);
      return;
    }
    if (first === "[" || first === "{") {
      slot.value = this.flow(at, slot, collection.indent);
      this.#rest(this.at, this.lineBegin(this.at), this.lineEnd(this.at));
      return;
    }
    const word = first === '"' || first === "'" ? this.quoted(at, collection.indent) : this.plain(PLAIN, at);
    slot.value = word;
    this.capture(word.from, word.to, { role: first === "*" ? "text" : "value", collection, slot, word });
    this.#rest(word.to, begin, this.lineEnd(word.to));
  }

  /** Skips the anchor and the tag in front of a value. */
  #properties(collection: RecoveredCollection, from: number, end: number): number {
    let at = this.skip(from, end);
    while (at < end && (this.text[at] === "&" || this.text[at] === "!")) {
      while (at < end && !this.isSpace(at)) at++;
      this.capture(from, at, { role: "text", collection });
      at = this.skip(at, end);
    }
    return at;
  }

  /** What stands behind a value on its line: nothing that is ours, or a comment. */
  #rest(from: number, begin: number, end: number): void {
    const hash = this.text.slice(from, end).search(/(?:^|(?<=[ \t]))#/);
    const collection = this.#top;
    if (hash >= 0 && this.cursor > from + hash)
      this.capture(from + hash, end, { role: "comment", collection });
    this.capture(from, end, { role: "text", collection });
    this.capture(begin, from, { role: "text", collection });
    this.at = nextLine(this.text, Math.max(from, begin));
  }

  #blockScalar(slot: RecoveredEntry, at: number, begin: number): void {
    slot.value = { from: at, to: at, text: "", quote: "" };
    let next = nextLine(this.text, at);
    while (next < this.text.length) {
      const content = next + indentOf(this.text, next);
      if (content < this.lineEnd(next) && content - next <= slot.in.indent) break;
      next = nextLine(this.text, next);
    }
    this.capture(begin, next - 1, { role: "text", collection: slot.in });
    this.at = next;
  }

  /** The block collection of this kind at a column: an open one, or a new one below the last entry. */
  #open(kind: RecoveredCollection["kind"], column: number): RecoveredCollection {
    const ends = ({ indent, kind: other }: RecoveredCollection) =>
      indent > column || (indent === column && other === "list" && kind === "map");
    while (this.#stack.length > 1 && ends(this.#top)) this.#stack.pop();
    const top = this.#top;
    if (top.kind === kind && (top.indent === column || this.#stack.length === 1) && top.indent >= column)
      return top;
    const parent = top.slots.at(-1);
    const collection: RecoveredCollection = { kind, flow: false, indent: column, slots: [], parent };
    if (parent) parent.value = collection;
    this.#stack.push(collection);
    return collection;
  }

  #slot(collection: RecoveredCollection, key?: Token): RecoveredEntry {
    const slot: RecoveredEntry = { in: collection, ...(key ? { key } : undefined) };
    collection.slots.push(slot);
    return slot;
  }

  /** A blank line: the deepest collection whose column the cursor has reached, or the value of an entry without one. */
  #blank(): void {
    if (this.spot) return;
    const reached = this.#stack.findLast(({ indent }) => indent <= this.#depth) ?? this.#stack[0];
    const beside = reached?.parent?.in;
    const same =
      reached?.kind === "list" && beside?.indent === reached.indent && this.#depth === reached.indent;
    const collection = (same ? beside : reached) as RecoveredCollection;
    const last = collection.slots.at(-1);
    const waits = last && !last.value && (last.colon !== undefined || collection.kind === "list");
    const slot = waits && this.#depth > collection.indent ? last : undefined;
    this.spot = { role: "blank", collection, ...(slot ? { slot } : undefined) };
  }
}

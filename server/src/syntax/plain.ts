import type { AbsentNode, Block, ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

/**
 * The plain part of YAML, in which nearly all configuration is written: block maps and lists, scalars on one line,
 * flow collections on one line, comments, anchors and aliases. An order of magnitude faster than `yaml`, which stays
 * the authority: whatever is not surely plain is refused, and a test holds what is accepted to what `yaml` makes of it.
 */
export function parsePlain(block: Block): { readonly root: MapNode; readonly anchors: readonly Node[]; readonly aliases: boolean } | undefined {
  const reader = new PlainReader(block);
  const root = reader.read();
  return root && { root, anchors: reader.anchors, aliases: reader.aliases };
}

// Control characters, tabs, and a byte order mark: their rules are yaml's to know. So is a carriage return alone.
const ODD = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\ufeff]|\r(?!\n)/;
const LONGEST_KEY = 400;
const DEEPEST = 60;

const NEWLINE = 10;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const AMPERSAND = 38;
const SINGLE = 39;
const STAR = 42;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** What no plain scalar begins with here: YAML's indicators. (A dash may, before a letter or a digit.) */
const INDICATORS = new Set([..."?:,[]{}#&*!|>'\"%@`-"].map((char) => char.charCodeAt(0)));
const FLOW = new Set([COMMA, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP]);

/** Thrown by nothing but this file, to itself: the text is not plain. */
const NOT_PLAIN = Symbol("not plain");

class PlainReader {
  readonly anchors: Node[] = [];
  aliases = false;
  readonly #block: Block;
  readonly #text: string;
  /** Where the line of the cursor begins and ends, and its number. */
  #line = -1;
  #begin = 0;
  #end = -1;
  #next = 0;
  /** The column of its first character that is no space; the line's length if there is none. */
  #indent = 0;
  #at = 0;

  constructor(block: Block) {
    this.#block = block;
    this.#text = block.text;
  }

  read(): MapNode | undefined {
    if (ODD.test(this.#text)) return undefined;
    try {
      if (!this.#advance()) return undefined;
      const root = this.#map(this.#indent, 0);
      return this.#line < 0 ? root : undefined;
    } catch (error) {
      if (error !== NOT_PLAIN) throw error;
      return undefined;
    }
  }

  /** Goes to the next line that says something; `line` is -1 behind the last. */
  #advance(): boolean {
    const text = this.#text;
    while (this.#next < text.length) {
      const newline = text.indexOf("\n", this.#next);
      this.#begin = this.#next;
      this.#next = newline < 0 ? text.length : newline + 1;
      this.#end = newline < 0 ? text.length : newline;
      if (this.#end > this.#begin && text.charCodeAt(this.#end - 1) === 13) this.#end--;
      this.#count++;
      let at = this.#begin;
      while (at < this.#end && text.charCodeAt(at) === SPACE) at++;
      if (at === this.#end || text.charCodeAt(at) === HASH) continue;
      this.#indent = at - this.#begin;
      this.#at = at;
      this.#line = this.#count;
      return true;
    }
    this.#line = -1;
    return false;
  }
  #count = -1;

  #map(column: number, depth: number): MapNode {
    if (depth > DEEPEST) throw NOT_PLAIN;
    const { line } = this.#here();
    const pairs: Pair[] = [];
    while (this.#line >= 0 && this.#indent === column && !this.#isItem()) pairs.push(this.#pair(column, depth));
    if (this.#line >= 0 && this.#indent > column) throw NOT_PLAIN;
    const last = pairs[pairs.length - 1];
    if (!last) throw NOT_PLAIN;
    const { block, endLine, endCol } = last;
    return { block, line, col: column, endLine, endCol, kind: "map", pairs, flow: false };
  }

  #here() {
    return { line: this.#line, col: this.#at - this.#begin };
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== DASH) return false;
    const next = this.#at + 1;
    return next >= this.#end || this.#text.charCodeAt(next) === SPACE;
  }

  #pair(column: number, depth: number): Pair {
    const key = this.#key();
    const value = this.#value(column, depth);
    const { block, line, col } = key;
    return { block, line, col, endLine: value.endLine, endCol: value.endCol, key, value };
  }

  /** A key with its colon; the cursor is then behind the colon. */
  #key(): ScalarNode {
    const code = this.#text.charCodeAt(this.#at);
    const key = code === DOUBLE || code === SINGLE ? this.#quoted(code) : this.#plainKey();
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    if (this.#text.charCodeAt(this.#at) !== COLON || this.#at - this.#begin - key.col > LONGEST_KEY) throw NOT_PLAIN;
    this.#at++;
    if (this.#at < this.#end && this.#text.charCodeAt(this.#at) !== SPACE) throw NOT_PLAIN;
    return key;
  }

  #plainKey(): ScalarNode {
    const text = this.#text;
    const from = this.#at;
    this.#checkStart();
    let at = from;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) throw NOT_PLAIN;
      if (code === COLON && (at + 1 >= this.#end || text.charCodeAt(at + 1) === SPACE)) break;
    }
    this.#at = at;
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    return this.#scalar(from, end, text.slice(from, end), "plain");
  }

  /** A plain scalar begins with no indicator. */
  #checkStart(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (!INDICATORS.has(code)) return;
    const next = this.#text.charCodeAt(this.#at + 1);
    if (code !== DASH || this.#at + 1 >= this.#end || next === SPACE || INDICATORS.has(next)) throw NOT_PLAIN;
  }

  /** What stands behind a key: on its line, or in the lines below. */
  #value(column: number, depth: number): Node {
    const afterColon = this.#at;
    if (!this.#skipSpaces()) return this.#below(column, depth, undefined, afterColon);
    const anchor = this.#anchor();
    if (anchor !== undefined && !this.#skipSpaces()) return this.#below(column, depth, anchor, afterColon);
    const value = this.#inline(anchor);
    this.#lineEnds();
    const more = this.#advance();
    // A deeper line would go on with this scalar, or be a mistake.
    if (more && this.#indent > column) throw NOT_PLAIN;
    return value;
  }

  /** Skips spaces; whether something follows on the line. A comment behind nothing is left to yaml. */
  #skipSpaces(): boolean {
    const from = this.#at;
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    if (this.#at < this.#end && this.#text.charCodeAt(this.#at) === HASH) throw NOT_PLAIN;
    if (this.#at === this.#end && this.#at > from) throw NOT_PLAIN;
    return this.#at < this.#end;
  }

  #lineEnds(): void {
    const from = this.#at;
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    if (this.#at < this.#end && (this.#text.charCodeAt(this.#at) !== HASH || this.#at === from)) throw NOT_PLAIN;
  }

  #anchor(): string | undefined {
    if (this.#text.charCodeAt(this.#at) !== AMPERSAND) return undefined;
    const name = this.#name();
    if (this.#at < this.#end && this.#text.charCodeAt(this.#at) !== SPACE) throw NOT_PLAIN;
    return name;
  }

  /** The name behind `&` or `*`. */
  #name(): string {
    const from = ++this.#at;
    while (this.#at < this.#end && /[A-Za-z0-9_-]/.test(this.#text.charAt(this.#at))) this.#at++;
    const next = this.#text.charCodeAt(this.#at);
    if (this.#at === from || (this.#at < this.#end && next !== SPACE && !FLOW.has(next))) throw NOT_PLAIN;
    return this.#text.slice(from, this.#at);
  }

  /** A collection in the lines below a key, or nothing. */
  #below(column: number, depth: number, anchor: string | undefined, afterColon: number): Node {
    const line = this.#line;
    const col = afterColon - this.#begin;
    const more = this.#advance();
    if (more && this.#indent === column && this.#isItem()) return this.#anchored(anchor, this.#list(column, depth + 1));
    if (more && this.#indent > column) {
      return this.#anchored(anchor, this.#isItem() ? this.#list(this.#indent, depth + 1) : this.#map(this.#indent, depth + 1));
    }
    if (anchor !== undefined) throw NOT_PLAIN;
    const absent: AbsentNode = { block: this.#block, line, col, endLine: line, endCol: col, kind: "absent" };
    return absent;
  }

  #anchored(anchor: string | undefined, node: MapNode | ListNode | ScalarNode): Node {
    if (anchor === undefined) return node;
    const anchored = { ...node, anchor };
    this.anchors.push(anchored);
    return anchored;
  }

  #list(column: number, depth: number): ListNode {
    if (depth > DEEPEST) throw NOT_PLAIN;
    const { line } = this.#here();
    const items: Node[] = [];
    while (this.#line >= 0 && this.#indent === column && this.#isItem()) {
      this.#at++;
      if (!this.#skipSpaces()) throw NOT_PLAIN;
      const item = this.#inline(this.#anchor() === undefined ? undefined : fail());
      this.#lineEnds();
      items.push(item);
      if (this.#advance() && this.#indent > column) throw NOT_PLAIN;
    }
    const last = items[items.length - 1];
    if (!last) throw NOT_PLAIN;
    const { block, endLine, endCol } = last;
    return { block, line, col: column, endLine, endCol, kind: "list", items, flow: false };
  }

  /** A value that stands on the line of the cursor. */
  #inline(anchor: string | undefined): Node {
    const code = this.#text.charCodeAt(this.#at);
    if (code === STAR) {
      if (anchor !== undefined) throw NOT_PLAIN;
      return this.#alias();
    }
    if (code === OPEN_MAP) return this.#anchored(anchor, this.#flowMap(0));
    if (code === OPEN_LIST) return this.#anchored(anchor, this.#flowList(0));
    if (code === DOUBLE || code === SINGLE) return this.#anchored(anchor, this.#quoted(code));
    return this.#anchored(anchor, this.#plainValue());
  }

  #alias(): Node {
    const from = this.#at;
    const name = this.#name();
    this.aliases = true;
    return { ...this.#span(from, this.#at), kind: "alias", name };
  }

  #plainValue(): ScalarNode {
    const text = this.#text;
    const from = this.#at;
    this.#checkStart();
    let at = from;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code === COLON && (at + 1 >= this.#end || text.charCodeAt(at + 1) === SPACE)) throw NOT_PLAIN;
    }
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    this.#at = end;
    return this.#scalar(from, end, text.slice(from, end), "plain");
  }

  #quoted(quote: number): ScalarNode {
    const text = this.#text;
    const from = this.#at;
    let at = from + 1;
    let doubled = false;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (code === 92 && quote === DOUBLE) throw NOT_PLAIN;
      if (code !== quote) continue;
      if (quote === DOUBLE || text.charCodeAt(at + 1) !== SINGLE) break;
      doubled = true;
      at++;
    }
    if (at >= this.#end) throw NOT_PLAIN;
    const inner = text.slice(from + 1, at);
    this.#at = at + 1;
    return this.#scalar(from, at + 1, doubled ? inner.replaceAll("''", "'") : inner, quote === DOUBLE ? "double" : "single");
  }

  #flowMap(depth: number): MapNode {
    const from = this.#at++;
    const pairs: Pair[] = [];
    while (!this.#closes(CLOSE_MAP, pairs.length)) {
      const key = this.#flowScalar();
      if (this.#text.charCodeAt(this.#at) !== COLON || this.#text.charCodeAt(this.#at + 1) !== SPACE) throw NOT_PLAIN;
      this.#at++;
      this.#flowSpaces();
      const value = this.#flowValue(depth);
      const { block, line, col } = key;
      pairs.push({ block, line, col, endLine: value.endLine, endCol: value.endCol, key, value });
    }
    return { ...this.#span(from, this.#at), kind: "map", pairs, flow: true };
  }

  #flowList(depth: number): ListNode {
    const from = this.#at++;
    const items: Node[] = [];
    while (!this.#closes(CLOSE_LIST, items.length)) {
      const item = this.#flowValue(depth);
      // `[a: b]` is a map in a list.
      if (this.#text.charCodeAt(this.#at) === COLON) throw NOT_PLAIN;
      items.push(item);
    }
    return { ...this.#span(from, this.#at), kind: "list", items, flow: true };
  }

  /** Whether the collection ends here; else the cursor is at the next entry, behind a comma if it is not the first. */
  #closes(close: number, count: number): boolean {
    this.#flowSpaces();
    const code = this.#text.charCodeAt(this.#at);
    if (code === close) {
      this.#at++;
      return true;
    }
    if (count === 0) return false;
    if (code !== COMMA) throw NOT_PLAIN;
    this.#at++;
    this.#flowSpaces();
    return false;
  }

  #flowSpaces(): void {
    while (this.#at < this.#end && this.#text.charCodeAt(this.#at) === SPACE) this.#at++;
    if (this.#at >= this.#end) throw NOT_PLAIN;
  }

  #flowValue(depth: number): Node {
    if (depth > DEEPEST) throw NOT_PLAIN;
    const code = this.#text.charCodeAt(this.#at);
    if (code === STAR) return this.#alias();
    if (code === OPEN_MAP) return this.#flowMap(depth + 1);
    if (code === OPEN_LIST) return this.#flowList(depth + 1);
    return this.#flowScalar();
  }

  #flowScalar(): ScalarNode {
    const text = this.#text;
    const first = text.charCodeAt(this.#at);
    if (first === DOUBLE || first === SINGLE) {
      const scalar = this.#quoted(first);
      this.#flowSpaces();
      return scalar;
    }
    const from = this.#at;
    this.#checkStart();
    let at = from;
    for (; at < this.#end; at++) {
      const code = text.charCodeAt(at);
      if (FLOW.has(code)) break;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) throw NOT_PLAIN;
      if (code !== COLON) continue;
      const next = text.charCodeAt(at + 1);
      if (next === SPACE) break;
      if (at + 1 >= this.#end || FLOW.has(next)) throw NOT_PLAIN;
    }
    if (at >= this.#end) throw NOT_PLAIN;
    this.#at = at;
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    return this.#scalar(from, end, text.slice(from, end), "plain");
  }

  #scalar(from: number, to: number, text: string, style: ScalarNode["style"]): ScalarNode {
    const line = this.#line;
    const begin = this.#begin;
    return { block: this.#block, line, col: from - begin, endLine: line, endCol: to - begin, kind: "scalar", text, style };
  }

  #span(from: number, to: number) {
    const line = this.#line;
    return { block: this.#block, line, col: from - this.#begin, endLine: line, endCol: to - this.#begin };
  }
}

function fail(): never {
  throw NOT_PLAIN;
}

import { intern } from "./intern.ts";
import type { AliasNode, Block, ListNode, MapNode, Node, Pair, ScalarNode } from "./tree.ts";

/** Thrown and caught within the fast parser: the text is outside of its subset of YAML. */
export const NOT_FAST = Symbol("not plain");

/** The character codes that the fast parser compares with. */
export const CODE = {
  newline: 10,
  return: 13,
  space: 32,
  double: 34,
  hash: 35,
  ampersand: 38,
  single: 39,
  star: 42,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMap: 123,
  bar: 124,
  closeMap: 125,
} as const;

const INDICATOR = 1;
const FLOW = 2;
const NAME = 4;
/** The roles of each ASCII character, as bits. */
const ROLES = rolesOf([
  // YAML's indicators, with which a plain scalar cannot begin. (A dash can, before a letter or a digit.)
  [INDICATOR, "?:,[]{}#&*!|>'\"%@`-"],
  [FLOW, ",[]{}"],
  [NAME, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"],
]);

function rolesOf(rows: readonly (readonly [role: number, characters: string])[]): Uint8Array {
  const roles = new Uint8Array(128);
  for (const [role, characters] of rows) {
    for (const char of characters) roles[char.charCodeAt(0)] = (roles[char.charCodeAt(0)] ?? 0) | role;
  }
  return roles;
}

function has(code: number, role: number): boolean {
  return code < 128 && ((ROLES[code] ?? 0) & role) !== 0;
}

/** Whether a character ends a plain scalar in a flow collection. */
export function isFlow(code: number): boolean {
  return has(code, FLOW);
}

/** A position in a text, and the readers for what is on one line. */
export class FastCursor {
  readonly anchors: Node[] = [];
  aliases = false;
  readonly block: Block;
  readonly text: string;
  /** The number of the current line; -1 after the last line with content. */
  line = -1;
  /** The offsets at which the current line begins and ends. */
  begin = 0;
  end = -1;
  /** The column of the first character of the line that is not a space. */
  indent = 0;
  at = 0;
  #next = 0;
  #count = -1;
  /** The entries and items of the collections that are being read, from the outside in. */
  readonly #gathered: (Pair | Node)[] = [];
  #size = 0;

  constructor(block: Block) {
    this.block = block;
    this.text = block.text;
  }

  /** Moves to the next line with content. Returns false if there is none. */
  advance(): boolean {
    while (this.nextLine()) if (this.skipToContent()) return true;
    this.line = -1;
    return false;
  }

  /** Whether the line has content; if so, the cursor is then at its start. */
  skipToContent(): boolean {
    if (!this.skipSpaces() || this.is(CODE.hash)) return false;
    this.indent = this.at - this.begin;
    return true;
  }

  /** Moves to the start of the next line, blank or not. Returns false at the end of the text. */
  nextLine(): boolean {
    const { text } = this;
    const begin = this.#next;
    if (begin >= text.length) return false;
    const newline = text.indexOf("\n", begin);
    const end = newline < 0 ? text.length : newline;
    this.#next = newline < 0 ? end : newline + 1;
    this.begin = begin;
    this.at = begin;
    this.end = end > begin && text.charCodeAt(end - 1) === CODE.return ? end - 1 : end;
    this.line = ++this.#count;
    return true;
  }

  /** The character code at the cursor. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Whether a character is at the cursor. */
  is(code: number): boolean {
    return this.text.charCodeAt(this.at) === code;
  }

  /** The character code after the cursor. */
  get next(): number {
    return this.text.charCodeAt(this.at + 1);
  }

  /** Skips spaces. Returns whether more follows on the line. */
  skipSpaces(): boolean {
    const { text, end } = this;
    let { at } = this;
    while (at < end && text.charCodeAt(at) === CODE.space) at++;
    this.at = at;
    return at < end;
  }

  /** The number of entries and items so far: the start of a collection that begins now, for `collect`. */
  get gatheredCount(): number {
    return this.#size;
  }

  /** Adds an entry or item to the collection that is being read. */
  gather(element: Pair | Node): void {
    this.#gathered[this.#size++] = element;
  }

  /**
   * Removes and returns what was gathered since a mark, in an array of exactly that length: there are many, and most
   * are short.
   */
  collect<T extends Pair | Node>(mark: number): readonly T[] {
    const all = this.#gathered.slice(mark, this.#size) as T[];
    this.#size = mark;
    return all;
  }

  /** Reads the name after `&` or `*`. */
  name(): string {
    const { text, end } = this;
    const from = ++this.at;
    let at = from;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === CODE.space || isFlow(code)) break;
      if (code < 128 && !has(code, NAME)) throw NOT_FAST;
    }
    if (at === from) throw NOT_FAST;
    this.at = at;
    return intern(text, from, at);
  }

  /** Reads an alias. */
  alias(): AliasNode {
    const { block, line, begin } = this;
    const col = this.at - begin;
    const name = this.name();
    this.aliases = true;
    return { block, line, col, endLine: line, endCol: this.at - begin, kind: "alias", name };
  }

  /** The node with its anchor, if it has one, which is also recorded. */
  anchored(anchor: string | undefined, node: MapNode | ListNode | ScalarNode): Node {
    if (anchor === undefined) return node;
    const anchored = { ...node, anchor };
    this.anchors.push(anchored);
    return anchored;
  }

  /** Fails if a plain scalar cannot begin at the cursor. */
  checkStart(): void {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (!has(code, INDICATOR)) return;
    const next = text.charCodeAt(at + 1);
    if (code !== CODE.dash || at + 1 >= this.end || next === CODE.space || has(next, INDICATOR))
      throw NOT_FAST;
  }

  /** Reads a quoted scalar on one line, without escapes except the doubled single quote. */
  quoted(quote: number): ScalarNode {
    const { text, end } = this;
    const from = this.at;
    let at = from + 1;
    let doubled = false;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === CODE.backslash && quote === CODE.double) throw NOT_FAST;
      if (code !== quote) continue;
      if (quote === CODE.double || text.charCodeAt(at + 1) !== CODE.single) break;
      doubled = true;
      at++;
    }
    if (at >= end) throw NOT_FAST;
    const inner = intern(text, from + 1, at);
    this.at = at + 1;
    const style = quote === CODE.double ? "double" : "single";
    return this.scalar(from, at + 1, doubled ? inner.replaceAll("''", "'") : inner, style);
  }

  /** Reads the plain scalar from the cursor to an offset, without trailing spaces. */
  plainUntil(at: number): ScalarNode {
    const { text } = this;
    const from = this.at;
    let end = at;
    while (text.charCodeAt(end - 1) === CODE.space) end--;
    this.at = at;
    return this.scalar(from, end, intern(text, from, end), "plain");
  }

  /** A scalar node on the current line, by offsets. */
  scalar(from: number, to: number, text: string, style: ScalarNode["style"]): ScalarNode {
    const { block, line, begin } = this;
    return { block, line, col: from - begin, endLine: line, endCol: to - begin, kind: "scalar", text, style };
  }
}

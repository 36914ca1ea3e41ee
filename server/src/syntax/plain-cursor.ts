import type { Block, ListNode, MapNode, Node, ScalarNode } from "./tree.ts";

/** Thrown by the readers of plain YAML, to themselves: the text is not plain. */
export const NOT_PLAIN = Symbol("not plain");

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
  openList: 91,
  backslash: 92,
  closeList: 93,
  openMap: 123,
  closeMap: 125,
} as const;

/** What no plain scalar begins with here: YAML's indicators. (A dash may, before a letter or a digit.) */
const INDICATORS = new Set([..."?:,[]{}#&*!|>'\"%@`-"].map((char) => char.charCodeAt(0)));
const FLOW: ReadonlySet<number> = new Set([
  CODE.comma,
  CODE.openList,
  CODE.closeList,
  CODE.openMap,
  CODE.closeMap,
]);

/** Whether a character ends a plain scalar in a flow collection. */
export function isFlow(code: number): boolean {
  return FLOW.has(code);
}

/** A place in a text of plain YAML, and what can be read there on one line. */
export class Cursor {
  readonly anchors: Node[] = [];
  aliases = false;
  readonly block: Block;
  readonly text: string;
  /** The number of its line; -1 behind the last that says something. */
  line = -1;
  /** Where its line begins and ends. */
  begin = 0;
  end = -1;
  /** The column of its line's first character that is no space. */
  indent = 0;
  at = 0;
  #next = 0;
  #count = -1;

  constructor(block: Block) {
    this.block = block;
    this.text = block.text;
  }

  /** Goes to the next line that says something; whether there is one. */
  advance(): boolean {
    const { text } = this;
    while (this.#next < text.length) {
      const newline = text.indexOf("\n", this.#next);
      this.begin = this.#next;
      this.#next = newline < 0 ? text.length : newline + 1;
      this.end = newline < 0 ? text.length : newline;
      if (this.end > this.begin && text.charCodeAt(this.end - 1) === CODE.return) this.end--;
      this.#count++;
      let at = this.begin;
      while (at < this.end && text.charCodeAt(at) === CODE.space) at++;
      if (at === this.end || text.charCodeAt(at) === CODE.hash) continue;
      this.indent = at - this.begin;
      this.at = at;
      this.line = this.#count;
      return true;
    }
    this.line = -1;
    return false;
  }

  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Whether this character is at the cursor. */
  is(code: number): boolean {
    return this.text.charCodeAt(this.at) === code;
  }

  get next(): number {
    return this.text.charCodeAt(this.at + 1);
  }

  /** Skips spaces; whether something follows on the line. */
  spaces(): boolean {
    while (this.at < this.end && this.code === CODE.space) this.at++;
    return this.at < this.end;
  }

  /** The name behind `&` or `*`. */
  name(): string {
    const from = ++this.at;
    while (this.at < this.end && /[A-Za-z0-9_-]/.test(this.text.charAt(this.at))) this.at++;
    if (this.at === from || (this.at < this.end && this.code !== CODE.space && !isFlow(this.code)))
      throw NOT_PLAIN;
    return this.text.slice(from, this.at);
  }

  alias(): Node {
    const from = this.at;
    const name = this.name();
    this.aliases = true;
    return { ...this.span(from, this.at), kind: "alias", name };
  }

  anchored(anchor: string | undefined, node: MapNode | ListNode | ScalarNode): Node {
    if (anchor === undefined) return node;
    const anchored = { ...node, anchor };
    this.anchors.push(anchored);
    return anchored;
  }

  /** A plain scalar begins with no indicator. */
  checkStart(): void {
    if (!INDICATORS.has(this.code)) return;
    const { next } = this;
    if (this.code !== CODE.dash || this.at + 1 >= this.end || next === CODE.space || INDICATORS.has(next))
      throw NOT_PLAIN;
  }

  /** A scalar in quotes on one line, without escapes but the doubled single quote. */
  quoted(quote: number): ScalarNode {
    const { text } = this;
    const from = this.at;
    let at = from + 1;
    let doubled = false;
    for (; at < this.end; at++) {
      const code = text.charCodeAt(at);
      if (code === CODE.backslash && quote === CODE.double) throw NOT_PLAIN;
      if (code !== quote) continue;
      if (quote === CODE.double || text.charCodeAt(at + 1) !== CODE.single) break;
      doubled = true;
      at++;
    }
    if (at >= this.end) throw NOT_PLAIN;
    const inner = text.slice(from + 1, at);
    this.at = at + 1;
    const style = quote === CODE.double ? "double" : "single";
    return this.scalar(from, at + 1, doubled ? inner.replaceAll("''", "'") : inner, style);
  }

  /** The plain scalar from here to an offset, without the spaces before that. */
  plainUntil(at: number): ScalarNode {
    const from = this.at;
    let end = at;
    while (this.text.charCodeAt(end - 1) === CODE.space) end--;
    this.at = at;
    return this.scalar(from, end, this.text.slice(from, end), "plain");
  }

  scalar(from: number, to: number, text: string, style: ScalarNode["style"]): ScalarNode {
    const { block, line, begin } = this;
    return { block, line, col: from - begin, endLine: line, endCol: to - begin, kind: "scalar", text, style };
  }

  span(from: number, to: number) {
    const { block, line, begin } = this;
    return { block, line, col: from - begin, endLine: line, endCol: to - begin };
  }
}

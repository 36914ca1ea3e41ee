/** A quoted text: `to` is behind its closing quote, or the text's end if there is none. */
export interface QuotedText {
  readonly from: number;
  readonly to: number;
  readonly closed: boolean;
}

/** What a text holds of brackets, quotes and commas, read with the patience that a parser cannot have. */
export interface LenientScan {
  readonly quoted: readonly QuotedText[];
  /** Opening brackets that nothing closes. */
  readonly unclosed: readonly number[];
  /** Closing brackets that close nothing, or another kind than stands open. */
  readonly extra: readonly { readonly at: number; readonly opener?: number }[];
  /** Commas between brackets with nothing before them. */
  readonly commas: readonly number[];
  /** Places between brackets at which a comma would end one item and begin the next. */
  readonly seams: readonly { readonly at: number; readonly sure: boolean }[];
  /** Values of keys, from their first character; `to` is the end of the line, or of the item between brackets. */
  readonly values: readonly { readonly from: number; readonly to: number }[];
}

/** Looks through a text. It never fails: what cannot be told apart is left out. */
export function scan(text: string): LenientScan {
  const scanner = new LenientScanner(text);
  scanner.run();
  return scanner;
}

/** A value that goes on further than this on its line is not looked at: on a line without end it would take too long. */
const LONGEST = 1000;

interface OpenBracket {
  readonly at: number;
  /** Where the current item begins, its first colon, and whether a value ended behind which another item begins. */
  item: number | undefined;
  colon: number | undefined;
  ended: number | undefined;
}

class LenientScanner implements LenientScan {
  readonly quoted: QuotedText[] = [];
  readonly unclosed: number[] = [];
  readonly extra: { at: number; opener?: number }[] = [];
  readonly commas: number[] = [];
  readonly seams: { at: number; sure: boolean }[] = [];
  readonly values: { from: number; to: number }[] = [];
  readonly #text: string;
  readonly #stack: OpenBracket[] = [];
  #at = 0;
  /** Whether a value may begin here. */
  #start = true;
  /** Whether brackets were closed on this line. */
  #closed = false;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    while (this.#at < this.#text.length) this.#step();
    for (const { at } of this.#stack) this.unclosed.push(at);
  }

  #step(): void {
    const char = this.#text.charAt(this.#at);
    if (char === "\n") this.#newLine();
    else if (/[ \t\r]/.test(char)) this.#at++;
    else if (char === "#" && /^\s?$/.test(this.#text.charAt(this.#at - 1))) this.#at = this.#lineEnd();
    else if (!this.#bracket(char) && !this.#value(char)) this.#plain();
  }

  /** Brackets, and what stands between them. */
  #bracket(char: string): boolean {
    const inside = this.#stack.length > 0;
    if (/[[{]/.test(char) && (this.#start || inside)) this.#open();
    else if (/[\]}]/.test(char)) this.#close(char);
    else if (char === "," && inside) this.#comma();
    else return false;
    return true;
  }

  /** What begins a value, or stands before one. */
  #value(char: string): boolean {
    const next = this.#text.charAt(this.#at + 1);
    if (char === ":" && /^[\s,\]}]?$/.test(next)) this.#colon();
    else if (!this.#start) return false;
    else if (/["']/.test(char)) this.#quote(char);
    else if (/[|>]/.test(char) && this.#stack.length === 0) this.#block();
    else if (char === "-" && /^\s?$/.test(next)) this.#at++;
    else return false;
    return true;
  }

  #newLine(): void {
    this.#at++;
    this.#closed = false;
    this.#start = true;
  }

  #lineEnd(from = this.#at): number {
    const end = this.#text.indexOf("\n", from);
    return end < 0 ? this.#text.length : end;
  }

  get #top(): OpenBracket | undefined {
    return this.#stack.at(-1);
  }

  /** An item begins, or goes on: behind a value that has ended, a comma is missing. */
  #content(): void {
    const top = this.#top;
    if (!top) return;
    if (top.ended !== undefined) {
      const sure = /^["'[{]/.test(this.#text.slice(this.#at, this.#at + 1));
      if (sure || this.#at > top.ended) this.seams.push({ at: top.ended, sure });
      top.item = this.#at;
      top.colon = undefined;
      top.ended = undefined;
    }
    top.item ??= this.#at;
  }

  #quote(char: string): void {
    this.#content();
    const from = this.#at;
    const end = closingQuote(this.#text, from, char);
    this.quoted.push({ from, to: end ?? this.#text.length, closed: end !== undefined });
    this.#at = end ?? this.#text.length;
    this.#ended();
  }

  #ended(): void {
    this.#start = false;
    const top = this.#top;
    if (top) top.ended = this.#at;
    else this.#closed = true;
  }

  #open(): void {
    this.#content();
    this.#stack.push({ at: this.#at, item: undefined, colon: undefined, ended: undefined });
    this.#at++;
    this.#start = true;
  }

  #close(char: string): void {
    const top = this.#top;
    const opener = top && this.#text.charAt(top.at);
    if (!top) {
      if (this.#closed) this.extra.push({ at: this.#at });
    } else if ((opener === "[") !== (char === "]")) {
      this.extra.push({ at: this.#at, opener: top.at });
      this.#stack.pop();
      if (this.#top) this.#stack.pop();
    } else this.#stack.pop();
    this.#at++;
    if (top) this.#ended();
  }

  #comma(): void {
    const top = this.#top;
    if (top && top.item === undefined) this.commas.push(this.#at);
    if (top) Object.assign(top, { item: undefined, colon: undefined, ended: undefined });
    this.#at++;
    this.#start = true;
  }

  #colon(): void {
    const top = this.#top;
    if (top?.colon !== undefined) this.#secondColon(top, top.colon);
    if (top) {
      top.colon = this.#at;
      top.ended = undefined;
    }
    this.#at++;
    this.#start = true;
    const from = this.#at + (/^[ \t]*/.exec(this.#text.slice(this.#at, this.#at + 20))?.[0].length ?? 0);
    const [rest = ""] = this.#text.slice(from, from + LONGEST).split("\n", 1);
    const end = top ? rest.search(/[,\]}]|\s+#|\s*$/) : rest.search(/\s+#|\s*$/);
    if (end > 0) this.values.push({ from, to: from + end });
  }

  /** A second colon in one item: what stands before its key's last word was the value of the item before. */
  #secondColon(top: OpenBracket, colon: number): void {
    const between = this.#text.slice(Math.max(colon + 1, this.#at - LONGEST), this.#at);
    const key = /\S\s+(\S+)$/.exec(between);
    if (key?.[1]) this.seams.push({ at: this.#at - (/\s+\S+$/.exec(between)?.[0].length ?? 0), sure: false });
    top.item = this.#at;
  }

  /** Lines of text behind `|` or `>`: whatever is deeper than the line of the key. */
  #block(): void {
    const text = this.#text;
    const begin = text.lastIndexOf("\n", this.#at) + 1;
    const column = text.slice(begin).search(/[^ ]|$/);
    this.#at = this.#lineEnd();
    while (this.#at < text.length) {
      const line = text.slice(this.#at + 1, this.#lineEnd(this.#at + 1));
      if (line.trim() !== "" && line.search(/[^ ]|$/) <= column) return;
      this.#at = this.#lineEnd(this.#at + 1);
    }
  }

  #plain(): void {
    this.#content();
    if (this.#start && /[&!]/.test(this.#text.charAt(this.#at))) {
      this.#at += /^\S+/.exec(this.#text.slice(this.#at))?.[0].length ?? 1;
      return;
    }
    this.#start = false;
    this.#at++;
  }
}

function closingQuote(text: string, from: number, char: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const now = text.charAt(at);
    if (char === '"' && now === "\\") at++;
    else if (now === char && char === "'" && text.charAt(at + 1) === "'") at++;
    else if (now === char) return at + 1;
  }
  return undefined;
}

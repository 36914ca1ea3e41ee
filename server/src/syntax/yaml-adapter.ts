import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Node as YamlNode,
  type Pair as YamlPair,
} from "yaml";
import type { Block, ListNode, MapNode, Node, Pair, ScalarNode, SyntaxFault } from "./tree.ts";
import { SCALAR_TAGS, tagged } from "./yaml-tags.ts";

/** Deeper nesting is rejected before parsing, because the recursion over it would not be bounded. */
const MAX_DEPTH = 100;
/** The maximum of faults per block: more do not help anybody. */
const MAX_FAULTS = 20;

const OPTIONS = {
  schema: "failsafe", // scalars stay source text: they get a type where a schema expects one
  customTags: SCALAR_TAGS,
  uniqueKeys: false, // our own check does this: here it takes quadratic time
  strict: true,
  prettyErrors: false,
  logLevel: "silent",
} as const;

const STYLES = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
} as const;

/** The parts of a leaf that the parser provides. */
export interface ParsedLeaf {
  readonly root: Node | undefined;
  readonly faults: readonly SyntaxFault[];
  readonly anchors: readonly Node[];
  readonly aliases: boolean;
}

/** Parses the text of a leaf with `yaml`. Never throws: errors are in `faults`. */
export function parseLeaf(block: Block): ParsedLeaf {
  return new YamlAdapter(block).read();
}

class YamlAdapter {
  readonly #block: Block;
  readonly #starts: number[];
  readonly #anchors: Node[] = [];
  #aliases = false;
  readonly #tags: { readonly code: string; readonly pos: readonly [number, number] }[] = [];

  constructor(block: Block) {
    this.#block = block;
    this.#starts = lineStarts(block.text);
  }

  read(): ParsedLeaf {
    const text = this.#block.text;
    const tooDeep = tooDeepAt(text);
    if (tooDeep !== undefined) {
      return {
        root: undefined,
        faults: [this.#fault("TOO_DEEP", tooDeep, tooDeep + 1)],
        anchors: [],
        aliases: false,
      };
    }
    const document = parseDocument(text, OPTIONS);
    const root = document.contents ? this.#node(document.contents, 0) : undefined;
    const faults = [...document.errors, ...document.warnings, ...this.#tags]
      .slice(0, MAX_FAULTS)
      .map(({ code, pos: [start, end] }) => this.#fault(code, start, Math.max(end, start)));
    return { root, faults, anchors: this.#anchors, aliases: this.#aliases };
  }

  #node(node: YamlNode, absentAt: number): Node {
    const [start, end] = node.range ?? [absentAt, absentAt];
    const span = this.#span(start, end);
    if (isAlias(node)) {
      this.#aliases = true;
      return { ...span, kind: "alias", name: node.source };
    }
    const anchor = node.anchor ? { anchor: node.anchor } : undefined;
    return this.#anchored(anchor, this.#tagged(node, this.#content(node, span, anchor), start));
  }

  /** Reports a tag that contradicts the value or would change it. */
  #tagged({ tag }: YamlNode, content: Node, start: number): Node {
    const value = tag === undefined ? content : tagged(content, tag);
    if (!value) this.#tags.push({ code: "TAG", pos: [this.#block.text.lastIndexOf("!", start), start] });
    return value ?? content;
  }

  #content(
    node: YamlNode,
    span: ReturnType<YamlAdapter["span"]>,
    anchor: { anchor: string } | undefined,
  ): Node {
    if (isMap(node)) {
      const pairs = node.items.map((item) => this.#pair(item as YamlPair<YamlNode, YamlNode | null>));
      return endingWith({ ...span, kind: "map", pairs, flow: node.flow === true, ...anchor }, pairs.at(-1));
    }
    if (isSeq(node)) {
      const items = node.items.map((item) =>
        isPair(item)
          ? this.#singlePairMap(item as YamlPair<YamlNode, YamlNode | null>)
          : this.#node(item as YamlNode, 0),
      );
      return endingWith({ ...span, kind: "list", items, flow: node.flow === true, ...anchor }, items.at(-1));
    }
    if (!isScalar(node)) return { ...span, kind: "absent" };
    const style = STYLES[node.type as keyof typeof STYLES] ?? "plain";
    const text = String(node.source ?? node.value ?? "");
    if (style === "plain" && text === "") return { ...span, kind: "absent", ...anchor };
    return { ...span, kind: "scalar", text, style, ...anchor };
  }

  /** An entry in a flow list without braces, `[a: b]`: a map of one pair. */
  #singlePairMap(item: YamlPair<YamlNode, YamlNode | null>): Node {
    const pair = this.#pair(item);
    return { ...pair, kind: "map", pairs: [pair], flow: true };
  }

  #pair(item: YamlPair<YamlNode, YamlNode | null>): Pair {
    const key = this.#key(item.key);
    const end = item.key.range?.[1] ?? 0;
    const value = item.value
      ? this.#node(item.value, end)
      : ({ ...this.#span(end, end), kind: "absent" } as const);
    return {
      block: this.#block,
      line: key.line,
      col: key.col,
      endLine: value.endLine,
      endCol: value.endCol,
      key,
      value,
    };
  }

  /** A key that is not a scalar (a map, a list, an alias) is taken as its source text. */
  #key(node: YamlNode): ScalarNode {
    const key = this.#node(node, 0);
    if (key.kind === "scalar") return key;
    const [start, end] = node.range ?? [0, 0];
    const { block, line, col, endLine, endCol } = key;
    const text = this.#block.text.slice(start, end);
    return { block, line, col, endLine, endCol, kind: "scalar", text, style: "plain" };
  }

  #anchored(anchor: { anchor: string } | undefined, node: Node): Node {
    if (anchor) this.#anchors.push(node);
    return node;
  }

  #span(start: number, end: number) {
    return this.span(start, end);
  }

  span(start: number, end: number) {
    const [line, col] = this.#lineAndColumn(start);
    const [endLine, endCol] = this.#lineAndColumn(end);
    return { block: this.#block, line, col, endLine, endCol };
  }

  #fault(code: string, start: number, end: number): SyntaxFault {
    const text = this.#block.text;
    return { code, ...this.#span(Math.min(start, text.length), Math.min(end, text.length)) };
  }

  #lineAndColumn(offset: number): readonly [number, number] {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low, offset - (starts[low] ?? 0)];
  }
}

/** Ends a block collection with its last item, not with the blank lines and comments after it. */
function endingWith<N extends MapNode | ListNode>(
  node: N,
  last: { endLine: number; endCol: number } | undefined,
): N {
  return node.flow || !last ? node : { ...node, endLine: last.endLine, endCol: last.endCol };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * The offset at which a text is nested too deeply to be parsed, by brackets, by colons or dashes on one line, or by
 * indentation; `undefined` if it is not.
 */
function tooDeepAt(text: string): number | undefined {
  return text.length < 2 * MAX_DEPTH ? undefined : (tooNestedAt(text) ?? tooIndentedAt(text));
}

function tooNestedAt(text: string): number | undefined {
  let brackets = 0;
  // `a: b: c` is nested too, although it is invalid; a comma ends it, and outside of brackets the end of the line.
  let colons = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 91:
      case 123:
        brackets++;
        break;
      case 93:
      case 125:
        brackets = Math.max(0, brackets - 1);
        break;
      case 10:
        if (brackets === 0) colons = 0;
        break;
      case 44:
        colons = 0;
        break;
      case 58:
        if (text.charCodeAt(i + 1) <= 32) colons++;
        break;
    }
    if (brackets > MAX_DEPTH || colons > MAX_DEPTH) return i;
  }
  return undefined;
}

function tooIndentedAt(text: string): number | undefined {
  const columns: number[] = [];
  for (const match of text.matchAll(/^( *(?:[-?:] +)*)[^\s#]/gm)) {
    const prefix = match[1] ?? "";
    while ((columns.at(-1) ?? -1) >= prefix.length) columns.pop();
    columns.push(prefix.length);
    const marks = (prefix.match(/[-?:]/g) ?? []).length;
    if (columns.length + marks > MAX_DEPTH) return match.index;
  }
  return undefined;
}

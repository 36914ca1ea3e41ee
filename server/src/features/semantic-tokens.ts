import type { Range } from "vscode-languageserver-types";
import { appendAll } from "../base/append-all.ts";
import { memo } from "../base/memo.ts";
import type { Finding } from "../rules/api/rule.ts";
import { converted } from "../schema/convert.ts";
import type { SemanticIndex } from "../schema/semantic-index.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { type File, lineOfBlock } from "../syntax/file.ts";
import { comparePositions, type Position } from "../syntax/positions.ts";
import type { Block, ScalarNode, Span } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./offered.ts";

/** A part of a line with what it is, by the schema. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** What a node is, before it has a place. */
interface TokenNode extends Pick<SemanticToken, "type" | "modifiers"> {
  readonly node: ScalarNode;
}

/**
 * What the text alone does not show: names that are declared, names that are mentioned and whether something declares
 * them, and text that looks like a number or a date. In the order of the text; with a range, only those on its lines, for
 * which only the blocks on these are visited. Without one, the names in blocks that did not change are kept.
 */
export function semanticTokens(
  context: Context,
  { range }: { readonly range?: Range } = {},
): readonly SemanticToken[] {
  const { file, workspace, findingsIn } = context;
  const { index, value } = converted(file);
  const unresolved = new Set<Span>(unresolvedNames(findingsIn(workspace).get(file.uri) ?? []));
  const window = new Window(file, range);
  const numbers = range ? numberLikeWithin(value, window) : numberLike(value);
  const names = range ? [...partsOf(index, window)].flatMap(ownNames) : namesOf(index, window);
  return placed([[...numbers].map(asText), names], unresolved, window);
}

/** The names that nothing declares, by what is found in a file. */
export function unresolvedNames(findings: readonly Finding[]): readonly Span[] {
  return findings.flatMap(({ id, at }) => (id === "unknown-reference" ? [at] : []));
}

/** The lines of a file that are asked for, and where blocks are. */
class Window {
  readonly #file: File;
  readonly #range: Range | undefined;
  // Most blocks have several tokens, one after the other: where a block begins is looked up once.
  #block: Block | undefined;
  #top = 0;

  constructor(file: File, range: Range | undefined) {
    this.#file = file;
    this.#range = range;
  }

  /** The line at which a block begins. */
  topOf(block: Block): number {
    if (block !== this.#block) this.#top = lineOfBlock(this.#file, block);
    this.#block = block;
    return this.#top;
  }

  /** Whether some of these lines of a block are asked for. */
  has(block: Block, from = 0, to = block.lines): boolean {
    const range = this.#range;
    if (!range) return true;
    const top = this.topOf(block);
    return top + from <= range.end.line && top + to >= range.start.line;
  }
}

/**
 * The tokens at their places, without those that go over several lines, in the order of the text. Of several lists that
 * have the same node, the last one counts.
 */
function placed(
  lists: readonly (readonly TokenNode[])[],
  unresolved: ReadonlySet<Span>,
  window: Window,
): readonly SemanticToken[] {
  const found: SemanticToken[] = [];
  for (const list of lists) {
    for (const { node, type, modifiers } of list) {
      const { block, line, col, endLine, endCol } = node;
      if (line !== endLine || !window.has(block, line, line)) continue;
      const at = window.topOf(block) + line;
      const range = { start: { line: at, character: col }, end: { line: at, character: endCol } };
      const isUnresolved = type === "variable" && unresolved.has(node);
      found.push({ range, type, modifiers: isUnresolved ? UNRESOLVED : modifiers });
    }
  }
  found.sort(byPlace);
  return found.filter((token, at) => {
    const next = found[at + 1];
    return next === undefined || byPlace(token, next) !== 0;
  });
}

function byPlace(one: SemanticToken, other: SemanticToken): number {
  return comparePositions(one.range.start, other.range.start);
}

/** The tokens in LSP's form: five numbers each, the place relative to the one before. */
export function encoded(tokens: readonly SemanticToken[]): number[] {
  let line = 0;
  let column = 0;
  const data: number[] = [];
  for (const { range, type, modifiers } of tokens) {
    const { start, end } = range;
    const lines = start.line - line;
    const columns = lines === 0 ? start.character - column : start.character;
    line = start.line;
    column = start.character;
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    data.push(lines, columns, end.character - start.character, TOKEN_TYPES.indexOf(type), bits);
  }
  return data;
}

const NO_MODIFIERS: SemanticToken["modifiers"] = [];
const DECLARATION: SemanticToken["modifiers"] = ["declaration"];
const UNRESOLVED: SemanticToken["modifiers"] = ["unresolved"];

function asText(node: ScalarNode): TokenNode {
  return { node, type: "string", modifiers: NO_MODIFIERS };
}

/** The names in a part itself. */
function ownNames({ mentions, declarations }: SemanticIndex): readonly TokenNode[] {
  return [
    ...mentions.map(({ node }): TokenNode => ({ node, type: "variable", modifiers: NO_MODIFIERS })),
    ...declarations.map(({ node }): TokenNode => ({ node, type: "type", modifiers: DECLARATION })),
  ];
}

function* partsOf(index: SemanticIndex, window: Window): Iterable<SemanticIndex> {
  if (index.block && !window.has(index.block)) return;
  yield index;
  for (const below of index.below) yield* partsOf(below, window);
}

/**
 * The names in a part and below it, in the order of the text. Kept for parts that did not change: all that they hold is
 * in their block, in which nothing moves.
 */
function namesOf(index: SemanticIndex, window: Window): readonly TokenNode[] {
  const known = namesOfParts.get(index);
  if (known) return known;
  const names: TokenNode[] = [];
  for (const one of inOrder(index, window)) {
    if ("node" in one) names.push(one);
    else appendAll(names, namesOf(one, window));
  }
  namesOfParts.set(index, names);
  return names;
}

const namesOfParts = new WeakMap<SemanticIndex, readonly TokenNode[]>();

/** The names in a part itself, and the parts below it that are blocks, in the order of the text. */
function inOrder(index: SemanticIndex, window: Window): readonly (TokenNode | SemanticIndex)[] {
  const placeOf = (one: TokenNode | SemanticIndex): Position => {
    if ("node" in one) return { line: window.topOf(one.node.block) + one.node.line, character: one.node.col };
    return { line: one.block ? window.topOf(one.block) : 0, character: 0 };
  };
  return [...ownNames(index), ...index.below.flatMap(blocksIn)]
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => comparePositions(a.place, b.place))
    .map(({ one }) => one);
}

/** A part that is a block; otherwise what is in it. */
function blocksIn(index: SemanticIndex): readonly (TokenNode | SemanticIndex)[] {
  return index.block ? [index] : [...ownNames(index), ...index.below.flatMap(blocksIn)];
}

/** A plain scalar that YAML reads as a number, as one with an exponent too, as a date or as a time. */
const NUMBER_LIKE = /^[-+]?(?:\d[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0[xo][\da-f]+|\d+(?:[-:]\d+){1,2})$/i;

/** The scalars of a map that are text by the schema but look like numbers. Kept for maps that did not change. */
const numberLike: (map: MapValue) => readonly ScalarNode[] = memo((map: MapValue) =>
  [...map.entries.values()].flatMap(({ value }) => numberLikeIn(value)),
);

function numberLikeIn(value: Value): readonly ScalarNode[] {
  if (value.kind === "map") return numberLike(value);
  if (value.kind === "list") return value.items.flatMap(numberLikeIn);
  if (value.kind !== "leaf") return [];
  const { schema, node } = value;
  return schema.type === "string" && node.style === "plain" && NUMBER_LIKE.test(node.text) ? [node] : [];
}

/** The same, of the blocks in a window only. */
function* numberLikeWithin(value: Value, window: Window): Iterable<ScalarNode> {
  if (value.kind !== "map") {
    yield* numberLikeIn(value);
    return;
  }
  for (const { value: below } of value.entries.values()) {
    const { block } = (below.kind === "map" ? below.nodes[0] : below.node) ?? {};
    if (block && window.has(block)) yield* numberLikeWithin(below, window);
  }
}

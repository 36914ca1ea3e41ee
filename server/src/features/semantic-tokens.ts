import type { Range } from "vscode-languageserver-types";
import { memo } from "../base/memo.ts";
import { converted } from "../schema/convert.ts";
import type { SemanticIndex } from "../schema/semantic-index.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { type File, lineOfBlock } from "../syntax/file.ts";
import { comparePositions } from "../syntax/positions.ts";
import type { Block, ScalarNode, Span } from "../syntax/tree.ts";
import type { Context } from "./context.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./offered.ts";

/** A part of a line with what it is, by the schema. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/**
 * What the text alone does not show: names that are declared, names that are mentioned and whether something declares
 * them, and text that looks like a number or a date. In the order of the text; with a range, only those on its lines, for
 * which only the blocks on these are visited.
 */
export function semanticTokens(
  context: Context,
  { range }: { readonly range?: Range } = {},
): readonly SemanticToken[] {
  const { file, workspace, findingsIn } = context;
  const { index, value } = converted(file);
  const findings = findingsIn(workspace).get(file.uri) ?? [];
  const unresolved = new Set<Span>(
    findings.flatMap(({ id, at }) => (id === "unknown-reference" ? [at] : [])),
  );
  const window = new Window(file, range);
  const tokens = new Map<Span, Omit<SemanticToken, "range">>();
  const numbers = range ? numberLikeWithin(value, window) : numberLike(value);
  for (const node of numbers) tokens.set(node, { type: "string", modifiers: [] });
  for (const { mentions, declarations } of partsOf(index, window)) {
    for (const { node } of mentions)
      tokens.set(node, { type: "variable", modifiers: unresolved.has(node) ? ["unresolved"] : [] });
    for (const { node } of declarations) tokens.set(node, { type: "type", modifiers: ["declaration"] });
  }
  return placed(tokens, window);
}

/** The lines of a file that are asked for, and where blocks are. */
class Window {
  readonly #file: File;
  readonly #range: Range | undefined;
  // Most blocks have several tokens: where a block begins is looked up once.
  readonly #tops = new Map<Block, number>();

  constructor(file: File, range: Range | undefined) {
    this.#file = file;
    this.#range = range;
  }

  /** The line at which a block begins. */
  topOf(block: Block): number {
    const top = this.#tops.get(block) ?? lineOfBlock(this.#file, block);
    this.#tops.set(block, top);
    return top;
  }

  /** Whether some of these lines of a block are asked for. */
  has(block: Block, from = 0, to = block.lines): boolean {
    const range = this.#range;
    if (!range) return true;
    const top = this.topOf(block);
    return top + from <= range.end.line && top + to >= range.start.line;
  }
}

/** The tokens at their places, without those that go over several lines, in the order of the text. */
function placed(
  tokens: ReadonlyMap<Span, Omit<SemanticToken, "range">>,
  window: Window,
): readonly SemanticToken[] {
  const found: SemanticToken[] = [];
  for (const [{ block, line, col, endLine, endCol }, token] of tokens) {
    if (line !== endLine || !window.has(block, line, line)) continue;
    const top = window.topOf(block);
    const [start, end] = [
      { line: top + line, character: col },
      { line: top + line, character: endCol },
    ];
    found.push({ ...token, range: { start, end } });
  }
  return found.sort((a, b) => comparePositions(a.range.start, b.range.start));
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

function* partsOf(index: SemanticIndex, window: Window): Iterable<SemanticIndex> {
  if (index.block && !window.has(index.block)) return;
  yield index;
  for (const below of index.below) yield* partsOf(below, window);
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

import { message } from "../../base/message.ts";
import { doubleQuoted } from "../../schema/problems.ts";
import { type File, fileLines, rangeOf } from "../../syntax/file.ts";
import type { Edit } from "../../syntax/problem.ts";
import type { ListNode, MapNode, Node, Pair, ScalarNode } from "../../syntax/tree.ts";
import { DEFAULT_STEP } from "../formatting.ts";
import { hasComment, lineOf, linesWith, replaceLines, sourceOf } from "./entry-text.ts";
import { type OfferedRefactoring, type Place, type Refactoring, refused } from "./refactoring.ts";

/** A longer line is not made of a block. In characters. */
const LONGEST = 120;

type Collection = MapNode | ListNode;

/** Writes a map or a list on one line over several lines. */
export const toBlock: Refactoring = {
  id: "to-block",
  kind: "refactor.rewrite",
  at({ file }, { steps }) {
    const found = steps.find(({ node }) => isCollection(node) && node.flow);
    const pair = found?.pair;
    const node = found?.node;
    if (!pair || !node || !isCollection(node) || !isBlockEntry(pair)) return undefined;
    const parts = node.kind === "map" ? node.pairs : node.items;
    if (parts.length === 0) return undefined;
    const title = message("Write “{0}” over several lines", pair.key.text);
    const range = linesWith(file, node);
    const isMultiLine = range.first !== range.last;
    if (isMultiLine && hasComment(file, range.first, range.last)) return refused(title, COMMENTS);
    const written = parts.map(blockPart);
    const entries = written.filter((one) => one !== undefined);
    if (entries.length < written.length) return undefined;
    return { title, apply: (draft) => draft.apply(file.uri, unfolded(file, pair, entries)) };
  },
};

const COMMENTS = message("There are comments in it, which would be lost.");

/** Writes a map or a list over several lines on one line. */
export const toFlow: Refactoring = {
  id: "to-flow",
  kind: "refactor.rewrite",
  at({ file }, place) {
    const pair = blockAt(place);
    if (!pair || !isBlockEntry(pair)) return undefined;
    return folded(file, pair, pair.value);
  },
};

/** The entry whose key is at the cursor, if its value is a block collection. */
function blockAt({ steps, onKey }: Place): (Pair & { readonly value: Collection }) | undefined {
  const pair = steps.at(-1)?.pair;
  if (!onKey || !pair) return undefined;
  const { value } = pair;
  return isCollection(value) && !value.flow ? { ...pair, value } : undefined;
}

function folded(file: File, pair: Pair, value: Collection): OfferedRefactoring | undefined {
  const { last } = linesWith(file, value);
  const { first } = linesWith(file, pair.key);
  // A longer one does not fit on a line, whatever is in it.
  if (last - first > LONGEST) return undefined;
  const title = message("Write “{0}” on one line", pair.key.text);
  if (hasComment(file, first + 1, last)) return refused(title, COMMENTS);
  const text = flowText(value);
  const line = lineOf(pair.key);
  const after = /^[ \t]*:((?:[ \t]+[&!]\S+)*)/.exec(line.slice(pair.key.endCol));
  if (text === undefined || !after) return undefined;
  if (line.length + text.length + 1 > LONGEST)
    return refused(title, message("The line would be longer than {0} characters.", LONGEST));
  const column = pair.key.endCol + after[0].length;
  const joined = `${line.slice(0, column)} ${text}${line.slice(column)}`;
  return { title, apply: (draft) => draft.apply(file.uri, [replaceLines(file, { first, last }, [joined])]) };
}

function isCollection(node: Node): node is Collection {
  return node.kind === "map" || node.kind === "list";
}

/** Whether an entry stands in block style, at the start of its line. */
function isBlockEntry({ key }: Pair): boolean {
  return /^ *(?:- +)?$/.test(lineOf(key).slice(0, key.col));
}

/** An entry or an item as a line of a block, without indentation; `undefined` if it is on several lines. */
function blockPart(part: Pair | Node): string | undefined {
  if (!("key" in part)) {
    const text = sourceOf(part);
    return part.kind === "absent" || text === undefined ? undefined : `- ${text}`;
  }
  const key = sourceOf(part.key);
  if (part.value.kind === "absent") return key && `${key}:`;
  const { block, line, endCol } = part.key;
  if (key === undefined || part.value.block !== block || part.value.endLine !== line) return undefined;
  // With its anchor, which stands before the node.
  const rest = lineOf(part.key).slice(endCol, part.value.endCol);
  return `${key}: ${rest.replace(/^[ \t]*:[ \t]*/, "")}`;
}

/** The edits that take the value of an entry from its line, and write these lines below. */
function unfolded(file: File, { key, value }: Pair, entries: readonly string[]): readonly Edit[] {
  const lines = fileLines(file);
  const { start, end } = rangeOf(file, value);
  const before = (lines[start.line] ?? "").slice(0, start.character).trimEnd();
  const after = (lines[end.line] ?? "").slice(end.character);
  const indent = " ".repeat(rangeOf(file, key).start.character + DEFAULT_STEP);
  const below = entries.map((entry) => indent + entry);
  return [
    replaceLines(file, { first: start.line, last: end.line }, [`${before}${after}`.trimEnd(), ...below]),
  ];
}

/** A node as flow style on one line; `undefined` if it cannot be. */
function flowText(node: Node): string | undefined {
  if ("anchor" in node && node.anchor !== undefined && !isCollection(node)) return undefined;
  if (node.kind === "scalar") return flowScalar(node);
  if (node.kind === "alias") return `*${node.name}`;
  if (node.kind === "absent") return undefined;
  if (node.flow) return sourceOf(node);
  if (node.kind === "list") {
    const items = node.items.map(flowText);
    return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
  }
  const entries = node.pairs.map(({ key, value }) => {
    const [name, text] = [flowScalar(key), flowText(value)];
    return name === undefined || text === undefined ? undefined : `${name}: ${text}`;
  });
  return entries.includes(undefined) ? undefined : `{ ${entries.join(", ")} }`;
}

/** A scalar as it is written, or in quotes if it would mean something else in a flow collection. */
function flowScalar(scalar: ScalarNode): string | undefined {
  if (scalar.style === "literal" || scalar.style === "folded") return undefined;
  const source = sourceOf(scalar);
  const isPlain = scalar.style === "plain" && source !== undefined;
  return isPlain && /[,[\]{}]|:$/.test(source) ? doubleQuoted(scalar.text) : source;
}

import { isDeepStrictEqual } from "node:util";
import type { CompletionItem } from "vscode-languageserver-types";
import { Lexer, parseDocument } from "yaml";
import { converted } from "../../server/src/schema/convert.ts";
import type { SemanticIndex } from "../../server/src/schema/semantic-index.ts";
import { offsetAt } from "../../server/src/syntax/change.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { expandSnippet } from "../support/snippet.ts";
import type { SchemaNode } from "./nodes.ts";
import type { PlaceOfText } from "./places.ts";
import { type MarkedText, mended } from "./text.ts";

/** An item as it is accepted at a place: the new text, and the cursor in it. */
export interface Accepted {
  readonly text: string;
  readonly cursor: number;
  /** Where the item was inserted, and its text. */
  readonly from: number;
  readonly inserted: string;
  readonly grown: number;
  /** The text without the word that the item replaced. */
  readonly without: string;
}

/** Keeps the results for a few texts: all items at a place are compared with the same one. */
function lastFew<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    if (known.size > 20) known.clear();
    known.set(text, result);
    return result;
  };
}

/** Applies an item as an editor does: the edit of one line at the cursor, its snippet expanded. */
export function accept(
  { text, cursor }: Pick<MarkedText, "text" | "cursor">,
  { textEdit, insertTextFormat, additionalTextEdits, label, filterText = label }: CompletionItem,
): Accepted | string {
  if (!textEdit || !("range" in textEdit)) return "it has no edit";
  const { start, end } = textEdit.range;
  if (start.line !== end.line) return "its range has several lines";
  const from = offsetAt(text, start.line, start.character);
  const begin = from - spaceRemoved(text, from, additionalTextEdits);
  if (Number.isNaN(begin)) return "it edits other places too";
  // A quote that is closed before the cursor is no beginning of a word.
  const typed = text
    .slice(from, cursor)
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  if (folded(label).startsWith(folded(typed)) && !isFound(typed, filterText))
    return `it is not found by ${typed}`;
  const to = offsetAt(text, end.line, end.character);
  if (from > cursor || to < cursor) return "its range is not at the cursor";
  const { text: inserted, cursor: stop } =
    insertTextFormat === 2
      ? expandSnippet(textEdit.newText)
      : { text: textEdit.newText, cursor: textEdit.newText.length };
  if (/^\r?\n/.test(inserted) && /\S[ \t]+$/.test(text.slice(0, begin)))
    return "it leaves white space at the end of a line";
  return {
    text: text.slice(0, begin) + inserted + text.slice(to),
    cursor: begin + stop,
    from: begin,
    inserted,
    grown: inserted.length - (to - begin),
    without: text.slice(0, from) + text.slice(to),
  };
}

/** How much white space before the cursor an item removes besides; not a number if it edits anything else. */
function spaceRemoved(text: string, from: number, edits: CompletionItem["additionalTextEdits"]): number {
  const [edit, ...others] = edits ?? [];
  if (!edit) return 0;
  const { start, end } = edit.range;
  const first = offsetAt(text, start.line, start.character);
  const isSpace =
    offsetAt(text, end.line, end.character) === from && /^[ \t]+$/.test(text.slice(first, from));
  return isSpace && edit.newText === "" && others.length === 0 ? from - first : Number.NaN;
}

/** A text without accents, quotes and capitals. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}"']/gu, "")
    .toLowerCase();
}

/** Whether an editor finds an item by what is typed: the letters in this order, whatever their case. */
function isFound(typed: string, filterText: string): boolean {
  let at = 0;
  for (const letter of filterText.toLowerCase()) if (letter === typed.charAt(at).toLowerCase()) at++;
  return at >= typed.length;
}

/** What is wrong with the text after an item was accepted; empty if nothing is. */
export function faultsOf(
  place: PlaceOfText,
  node: SchemaNode,
  marked: MarkedText,
  labels: readonly string[],
  accepted: Accepted,
): readonly string[] {
  const before = mended(accepted.without, marked, accepted.without.length - marked.text.length);
  const after = mended(accepted.text, marked, accepted.grown);
  const { error, value: values } = parsed(after);
  if (error) return [`not valid YAML: ${error}`];
  const holder = node.path.slice(0, -1);
  const target = place.wants === "key" ? holder : node.path;
  const landed = at(values, target);
  const isShort = place.wants === "key" && (typeof landed === "string" || Array.isArray(landed));
  return [
    ...(labels.every((label) => holds(landed, label))
      ? []
      : [`at ${target.join("/")} is ${JSON.stringify(landed)}`]),
    ...othersChanged(before, values, [
      ...(isShort ? [target] : labels.map((label) => [...target, label])),
      node.path,
      [...holder, ""],
    ]),
    ...commentsChanged(
      mended(marked.text, marked, 0),
      after,
      marked.text.slice(0, marked.cursor).split("\n").length - 1,
    ),
    ...(place.keeps && labels[0] !== node.path.at(-1) ? [] : newProblems(before, after)),
  ];
}

function holds(value: unknown, label: string): boolean {
  if (Array.isArray(value)) return value.includes(label);
  return value === label || (typeof value === "object" && value !== null && label in value);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (one, key) =>
      typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** Whether a value changed that is not at one of these paths, or an item that was in a list there. */
function othersChanged(
  before: string,
  after: unknown,
  except: readonly (readonly string[])[],
): readonly string[] {
  const { error, value: former } = parsed(before);
  // What is typed half is not valid yet.
  if (error) return [];
  const [one, other] = [former, after].map((value) => without(value, except));
  return isDeepStrictEqual(one, other)
    ? []
    : [`other values changed: ${JSON.stringify(one)} to ${JSON.stringify(other)}`];
}

function without(value: unknown, paths: readonly (readonly string[])[]): unknown {
  const copy = structuredClone(value);
  for (const path of paths) {
    const holder = at(copy, path.slice(0, -1));
    if (typeof holder === "object" && holder !== null)
      delete (holder as Record<string, unknown>)[path.at(-1) ?? ""];
  }
  return emptied(copy);
}

/** A map that has become empty, or that was half a key, counts as none. */
function emptied(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return typeof value === "string" ? value : "";
  const entries = Object.entries(value).map(([key, below]) => [key, emptied(below)] as const);
  return entries.length === 0 ? "" : Object.fromEntries(entries);
}

/** Whether a comment is gone, or one above the cursor or on its line stands on another line. */
function commentsChanged(before: string, after: string, line: number): readonly string[] {
  const [old, now] = [commentsIn(before, line), commentsIn(after, line)];
  return isDeepStrictEqual(old, now) ? [] : [`comments changed: ${old.join(" ")} to ${now.join(" ")}`];
}

/** The comments of a text, those down to a line with its number. */
function commentsIn(text: string, last: number): readonly string[] {
  let line = 0;
  return [...new Lexer().lex(text)].flatMap((lexeme) => {
    const at = line;
    line += lexeme.split("\n").length - 1;
    return lexeme.startsWith("#") ? [at <= last ? `${at}: ${lexeme}` : lexeme] : [];
  });
}

/** The problems of shape that the text has now, but for what is left to fill in. */
function newProblems(before: string, after: string): readonly string[] {
  const old = [...problemsIn(before)];
  return problemsIn(after).filter((one) => {
    const known = old.indexOf(one);
    if (known >= 0) old.splice(known, 1);
    return known < 0;
  });
}

const problemsIn = lastFew((text: string): readonly string[] => {
  const file = parseFile("file:///academie/x.pronote.yaml", text);
  const found: string[] = [];
  const walk = ({ problems, below }: SemanticIndex): void => {
    found.push(...problems.map(({ id, message }) => `${id}: ${JSON.stringify(message)}`));
    below.forEach(walk);
  };
  walk(converted(file).index);
  return found.filter((one) => !one.startsWith("unfinished"));
});

/** The value of a text as `yaml` reads it, with all scalars as text; or its first error. */
const parsed = lastFew((text: string): { readonly error?: string; readonly value?: unknown } => {
  const read = parseDocument(text, { schema: "failsafe", merge: false, logLevel: "silent" });
  const [error] = read.errors;
  return error ? { error: `${error.code} ${error.message.split("\n")[0]}` } : { value: read.toJS() };
});

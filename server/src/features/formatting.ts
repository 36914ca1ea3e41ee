import type { FormattingOptions, Position, Range, TextEdit } from "vscode-languageserver-types";
import { privacyOf } from "../analysis/file-privacy.ts";
import { type File, lineOfBlock } from "../syntax/file.ts";
import { formatEdits } from "../syntax/format.ts";
import { indentOf } from "../syntax/line-kinds.ts";
import { lastLineOf } from "../syntax/positions.ts";
import { lineAt, surroundingsOf } from "../syntax/surroundings.ts";
import type { Node, Pair } from "../syntax/tree.ts";
import type { Context } from "./context.ts";

/** The indentation where an editor gives none that can be used. */
export const DEFAULT_STEP = 2;
/** Deeper indentation is taken for a mistake. */
const MAX_STEP = 16;

interface Formatting {
  /**
   * What an editor sends; tabs are never used, as YAML does not allow them. White space at the ends of lines and of the
   * file is tidied unless the editor says that it is not to be.
   */
  readonly options: Pick<
    FormattingOptions,
    "tabSize" | "trimTrailingWhitespace" | "insertFinalNewline" | "trimFinalNewlines"
  >;
}

type Formatted = Pick<Context, "file">;

/** The edits that format a document. Private lines stay as they are. */
export function formatDocument({ file }: Formatted, { options }: Formatting): TextEdit[] {
  return edits(file, options);
}

/** The edits that format the lines of a range. */
export function formatRange({ file }: Formatted, params: Formatting & { readonly range: Range }): TextEdit[] {
  const { start } = params.range;
  const last = lastLineOf(params.range);
  return edits(file, params.options, (line) => line < start.line || line > last);
}

/**
 * The edits after a line break was typed: they format the line that it ended, and indent the new line, if that is empty,
 * for a value of the key above.
 */
export function formatOnEnter(
  { file }: Formatted,
  { position, options }: Formatting & { readonly position: Position },
): TextEdit[] {
  const above = position.line - 1;
  const text = lineAt(file, position.line);
  const column = text.trim() === "" ? columnBelow(file, above, stepOf(options)) : undefined;
  const start = { line: position.line, character: 0 };
  const end = { line: position.line, character: text.length };
  const isIndented = column === undefined || indentOf(text) === column;
  return [
    ...edits(file, options, (line) => line !== above),
    ...(isIndented ? [] : [{ range: { start, end }, newText: " ".repeat(column) }]),
  ];
}

function edits(
  file: File,
  options: Formatting["options"],
  isOutside: (line: number) => boolean = () => false,
): TextEdit[] {
  const { lines } = privacyOf(file);
  const isKept = (line: number) => lines.has(line) || isOutside(line);
  return [
    ...formatEdits(file, {
      step: stepOf(options),
      isKept,
      keepsLineEnds: options.trimTrailingWhitespace === false,
      keepsLastLine: options.insertFinalNewline === false,
      keepsBlankEnd: options.trimFinalNewlines === false,
    }),
  ];
}

function stepOf({ tabSize }: Formatting["options"]): number {
  return Number.isInteger(tabSize) && tabSize >= 1 && tabSize <= MAX_STEP ? tabSize : DEFAULT_STEP;
}

/** The column of what is written below a line that ends with a key; `undefined` if it does not. */
function columnBelow(file: File, line: number, step: number): number | undefined {
  const { leaf } = surroundingsOf(file, { line, character: 0 });
  if (!leaf || leaf.faults.length > 0) return undefined;
  const pair = lastPairOn(leaf.pairs, line - lineOfBlock(file, leaf));
  if (!pair) return undefined;
  const { key, value } = pair;
  if (value.kind === "absent") return key.col + step;
  return value.line > key.line && value.kind === "map" && !value.flow ? value.col : undefined;
}

/** The last pair in these whose key is on a line. */
function lastPairOn(pairs: readonly Pair[], line: number): Pair | undefined {
  const pair = pairs.findLast((one) => one.line <= line);
  if (!pair) return undefined;
  const below = (node: Node): Pair | undefined => {
    if (node.kind === "map") return lastPairOn(node.pairs, line);
    return node.kind === "list" ? node.items.map(below).findLast((one) => one) : undefined;
  };
  return below(pair.value) ?? (pair.key.line === line ? pair : undefined);
}

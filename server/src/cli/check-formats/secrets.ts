import { privacyOf } from "../../analysis/file-privacy.ts";
import { memo } from "../../base/memo.ts";
import { rootSchema, type Schema, schemasIn } from "../../schema/schema.ts";
import { type File, fileText } from "../../syntax/file.ts";
import { nthLine } from "../../syntax/line-breaks.ts";
import type { Range } from "../../syntax/positions.ts";
import type { Block } from "../../syntax/tree.ts";
import { masked } from "./mask.ts";

/** The ranges of a file whose text is masked in reports, also where the finding is suppressed or the rule is off. */
const secretsIn = memo((file: File): readonly Range[] =>
  [...privacyOf(file).lines].map((line) => {
    const text = lineIn(file.root, line) ?? "";
    return {
      start: { line, character: valueIn(text) },
      end: { line, character: text.length },
    };
  }),
);

/** Where what a line holds begins: after its first key if that is one of the language; other keys are names. */
function valueIn(line: string): number {
  const [, before = "", key = ""] = /^([\s-]*)([a-z][a-z0-9-]*):\s/.exec(line) ?? [];
  return KEYS.has(key) ? before.length + key.length + 1 : 0;
}

const KEYS: ReadonlySet<string> = new Set(keysIn(rootSchema));

function* keysIn(schema: Schema): Iterable<string> {
  yield* schema.properties.keys();
  for (const below of [...schemasIn(schema), ...(schema.items ? [schema.items] : [])]) yield* keysIn(below);
}

/** The text of a file with secrets masked. */
export function shownText(file: File): string {
  return masked(fileText(file), 0, secretsIn(file));
}

/** A line of a file with secrets masked, without its line end; `undefined` if there is no such line. */
export function shownLine(file: File, line: number): string | undefined {
  const known = maskedLines(file).get(line);
  if (known !== undefined) return known;
  const hidden = secretsIn(file).filter(({ start, end }) => start.line <= line && line <= end.line);
  const text = lineIn(file.root, line);
  if (text === undefined || hidden.length === 0) return text;
  const safe = masked(text, line, hidden);
  maskedLines(file).set(line, safe);
  return safe;
}

/** Kept, as one line of many megabytes may have a thousand findings. */
const maskedLines = memo((_file: File) => new Map<number, string>());

/** A line of a block, which consists of whole lines. */
function lineIn({ children, text }: Block, line: number): string | undefined {
  let at = line;
  for (const child of children ?? []) {
    if (at < child.lines || child === children?.at(-1)) return lineIn(child, at);
    at -= child.lines;
  }
  return nthLine(text, at);
}

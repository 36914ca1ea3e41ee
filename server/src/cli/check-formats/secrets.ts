import { privacyOf } from "../../analysis/file-privacy.ts";
import { memo } from "../../base/memo.ts";
import { rootSchema, type Schema, schemasIn } from "../../schema/schema.ts";
import { type File, fileText } from "../../syntax/file.ts";
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
  const text = lineIn(file.root, line);
  return text === undefined ? undefined : masked(text, line, secretsIn(file));
}

/** A line of a block, which consists of whole lines. */
function lineIn({ children, text }: Block, line: number): string | undefined {
  let at = line;
  for (const child of children ?? []) {
    if (at < child.lines || child === children?.at(-1)) return lineIn(child, at);
    at -= child.lines;
  }
  return text.split("\n")[at]?.replace(/\r$/, "");
}

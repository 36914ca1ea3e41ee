import { isPrivateText } from "../../analysis/conceal.ts";
import { privacyOf } from "../../analysis/file-privacy.ts";
import { memo } from "../../base/memo.ts";
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

/** Where what a line holds begins: after its first key, unless that is private itself. */
function valueIn(line: string): number {
  const colon = line.search(/:\s/);
  const key = line.slice(0, colon + 1);
  return /["'#{[=]|\S\s/.test(key.replace(/^[\s-]+/, "")) || isPrivateText(key) ? 0 : colon + 1;
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

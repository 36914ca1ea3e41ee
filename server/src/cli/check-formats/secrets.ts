import { fileFindings } from "../../analysis/file-findings.ts";
import { memo } from "../../base/memo.ts";
import { type File, fileText, rangeOf } from "../../syntax/file.ts";
import type { Range } from "../../syntax/positions.ts";
import type { Block } from "../../syntax/tree.ts";
import { masked } from "./mask.ts";

/** Rules whose findings mark text that a report must never quote. */
const SECRET_RULES = new Set(["secret-in-clear", "personal-data"]);

/** The ranges of a file whose text is masked in reports, also where the finding is suppressed or the rule is off. */
const secretsIn = memo((file: File): readonly Range[] =>
  fileFindings(file)
    .filter(({ id }) => SECRET_RULES.has(id))
    .flatMap(({ at, fixes = [] }) => {
      // The finding may be on a key; the secret is then in what its fix would remove.
      const removed = fixes.flatMap(({ edits }) => edits).filter((edit) => edit.at.block.uri === file.uri);
      return [at, ...removed.map((edit) => edit.at)].map((span) => rangeOf(file, span));
    }),
);

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

import { fileFindings } from "../../analysis/file-findings.ts";
import { memo } from "../../base/memo.ts";
import { type File, fileText, rangeOf } from "../../syntax/file.ts";
import type { Range } from "../../syntax/positions.ts";
import type { Block } from "../../syntax/tree.ts";
import { masked } from "./mask.ts";

/** What is found where a text may be repeated by nobody, wherever a report quotes what stands around it. */
const SECRET = new Set(["secret-in-clear", "personal-data"]);

/** The places of a file whose text no report shows, also where their finding is switched off. */
const secretsIn = memo((file: File): readonly Range[] =>
  fileFindings(file)
    .filter(({ id }) => SECRET.has(id))
    .flatMap(({ at, fixes = [] }) => {
      // A finding may stand on a key; what would be removed is what gives something away.
      const removed = fixes.flatMap(({ edits }) => edits).filter((edit) => edit.at.block.uri === file.uri);
      return [at, ...removed.map((edit) => edit.at)].map((span) => rangeOf(file, span));
    }),
);

/** A file's text as it may be shown. */
export function shownText(file: File): string {
  return masked(fileText(file), 0, secretsIn(file));
}

/** A line of a file as it may be shown, without its end; nothing if there is no such line. */
export function shownLine(file: File, line: number): string | undefined {
  const text = lineIn(file.root, line);
  return text === undefined ? undefined : masked(text, line, secretsIn(file));
}

/** A line of a block; blocks begin and end with lines. */
function lineIn({ children, text }: Block, line: number): string | undefined {
  let at = line;
  for (const child of children ?? []) {
    if (at < child.lines || child === children?.at(-1)) return lineIn(child, at);
    at -= child.lines;
  }
  return text.split("\n")[at]?.replace(/\r$/, "");
}

/** Formatting changes white space only, and is done after one time: on a valid corpus in 24 styles. */
import { expect, test } from "vitest";
import { parseFile } from "../server/src/syntax/file.ts";
import { formatEdits } from "../server/src/syntax/format.ts";
import { lineEndOf } from "../server/src/syntax/line-ends.ts";
import { applyTextEdits } from "../server/src/syntax/text-edits.ts";
import { establishmentOf } from "./corpus/establishment.ts";
import { choices } from "./support/styles.ts";
import { commentsRead, loosened, valuesRead } from "./support/white-space.ts";

const STYLES = Number(process.env["RENTREE_CORPUS"] ?? 24);
const URI = "file:///academie/etablissement.pronote.yaml";

function formatted(text: string, step: number, isKept: (line: number) => boolean = () => false): string {
  return applyTextEdits(text, formatEdits(parseFile(URI, text), { step, isKept }));
}

const texts = Array.from({ length: STYLES }, (_, seed) => establishmentOf(seed).files).flatMap(
  (files, seed) =>
    files.map(({ text }) => ({ text, step: [2, 2, 4, 3][seed % 4] ?? 2, choose: choices(seed) })),
);

test(`${texts.length} files in ${STYLES} styles: values, comments and line ends stay, and once is enough`, () => {
  let changed = 0;
  for (const { text, step, choose } of texts) {
    const rough = loosened(parseFile(URI, text), choose);
    const after = formatted(rough, step);
    expect(valuesRead(after)).toBe(valuesRead(text));
    expect(commentsRead(after)).toEqual(commentsRead(text));
    expect(solid(after)).toEqual(solid(text));
    expect(formatted(after, step)).toBe(after);
    if (after.includes("\n")) expect(lineEndOf(after)).toBe(lineEndOf(text));
    // All that was loosened is tight again, and any indentation leads to the same.
    expect(formatted(loosened(parseFile(URI, after), choose), step)).toBe(after);
    expect(formatted(formatted(text, 3), step)).toBe(after);
    if (after !== rough) changed++;
  }
  expect(changed).toBeGreaterThan(texts.length / 2);
});

test("a range that is formatted changes no other line", () => {
  for (const { text, step, choose } of texts) {
    const rough = loosened(parseFile(URI, text), choose);
    const lines = rough.split("\n");
    const from = choose(lines.length);
    const to = from + choose(20);
    const after = formatted(rough, step, (line) => line < from || line > to);
    const below = lines.length - to - 1;
    expect(valuesRead(after)).toBe(valuesRead(text));
    expect(after.split("\n").slice(0, from)).toEqual(lines.slice(0, from));
    if (below > 0) expect(after.split("\n").slice(-below)).toEqual(lines.slice(-below));
  }
});

/** The lines of a text, without white space and without blank lines. */
function solid(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => line.replace(/\s/g, "") || []);
}

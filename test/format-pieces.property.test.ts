/** Formatting changes white space only, whatever unusual YAML stands together in a file. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileLines, fileText, parseFile } from "../server/src/syntax/file.ts";
import { formatEdits } from "../server/src/syntax/format.ts";
import { indentationChanges } from "../server/src/syntax/format-indentation.ts";
import { isIndentedBy } from "../server/src/syntax/indentation-step.ts";
import { applyTextEdits } from "../server/src/syntax/text-edits.ts";
import { commentsRead, valuesRead } from "./support/white-space.ts";

/** Entries in unusual styles; `K` is their key. */
const PIECES: readonly string[] = [
  "K: |\n    literal  \n      deeper\n\n    last\n",
  "K: |2-\n    two more\n   one more\n",
  "K: >+\n  folded\n  text\n\n\n",
  "K:   # comment\n      a :  1\n      # inner\n      b:   2\n   # outer\n",
  "K: un texte\n   sur  plusieurs\n\n   lignes\n",
  'K: "un texte \\\n   sur\n\n   plusieurs :  lignes"\n',
  "K: 'l''un ,\n    l''autre'  \n",
  "K: { a : 1 ,b:  [x ,y] } # c\n",
  "K: [\n    a , # premier\n  b,\n      { c :  1 } # dernier\n ]\n",
  "K: {\n  # rien\n  }\n",
  "K:\n- a :  1\n  b: 2 # deux\n-   - x\n    - y\n",
  "K:\n     - a\n     # entre\n     - b\n",
  "K: &ancre-K\n   a :  1\nL-K: *ancre-K  \n",
  "K: &vide-K\nM-K: [*vide-K , 2]\n",
  "K: !!str   12  # texte\n",
  "? K\n:   a\n",
  '"K" :  1\n',
  "K:\ta\nL-K:\t# rien\n",
  "K:\n    <<:  { a: 1 }\n    b : 2\n",
  "# seul\n\n\n# autre  \nK:\n",
  "K: 'é\u00a0è'   \n",
  "K:\n        a:\n            b :  |\n                x\n            # après\n        c: 1\n",
  "K: # rentree-ignore unknown-key: raison\n  a :  1\n",
];

const MARK = "\ufeff";
const URI = "file:///academie/a.pronote.yaml";

const texts = fc
  .record({
    pieces: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 }),
    head: fc.constantFrom("", "", MARK, "%YAML 1.2\n---\n", "---  # début\n", "# tête  \n---\n"),
    tail: fc.constantFrom("", "", "\n\n", "...  \n", "---\nautre :  1\n", "# fin"),
    lineEnd: fc.constantFrom("\n", "\n", "\r\n"),
    step: fc.constantFrom(1, 2, 3, 4, 8),
  })
  .map(({ pieces, head, tail, lineEnd, step }) => {
    const text = pieces.map((piece, index) => piece.replaceAll("K", `k${index}`)).join("");
    return { text: `${head}${text}${tail}`.replaceAll("\n", lineEnd), lineEnd, step };
  });

/** A mark at the start of a file is no part of its text: who writes the file puts it there again. */
function formatted(text: string, step: number): string {
  const file = parseFile(URI, text);
  const mark = text.startsWith(MARK) ? MARK : "";
  return mark + applyTextEdits(fileText(file), formatEdits(file, { step }));
}

test("whatever stands together: values, comments, lines and line ends stay, and once is enough", () => {
  let changed = 0;
  fc.assert(
    fc.property(texts, ({ text, lineEnd, step }) => {
      const after = formatted(text, step);
      expect(valuesRead(after)).toBe(valuesRead(text));
      expect(commentsRead(after)).toEqual(commentsRead(text));
      expect(solid(after)).toEqual(solid(text));
      if (lineEnd === "\r\n") expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(formatted(after, step)).toBe(after);
      if (after !== text) changed++;
    }),
    { numRuns: 400 },
  );
  expect(changed).toBeGreaterThan(100);
});

test("where nothing is said to be badly indented, no line moves, and there is not much more of it", () => {
  let still = 0;
  let known = 0;
  fc.assert(
    fc.property(texts, fc.boolean(), ({ text, step }, isRough) => {
      const { root, ...file } = parseFile(URI, isRough ? text : formatted(text, step));
      const lines = fileLines({ root, ...file });
      const changes = indentationChanges(root, lines, { step, isKept: () => false });
      if (isIndentedBy(root, step)) expect(changes).toEqual([]);
      if (changes.length === 0) still++;
      if (isIndentedBy(root, step)) known++;
    }),
    { numRuns: 400 },
  );
  expect(known).toBeGreaterThan(still * 0.9);
});

test("each piece is read by both parsers, and is not left out of formatting as broken", () => {
  for (const piece of PIECES) {
    const text = piece.replaceAll("K", "k");
    expect(valuesRead(text), text).toMatch(/^\[\[\],/);
  }
});

/** The lines of a text without white space; blank lines at its end do not count. */
function solid(text: string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.replace(/\s/g, ""));
}

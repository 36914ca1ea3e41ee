import fc from "fast-check";
import { applyChange, offsetAt } from "../../server/src/syntax/change.ts";
import { changeFile, editFile, type File, parseFile } from "../../server/src/syntax/file.ts";
import { comparePositions, type Position } from "../../server/src/syntax/positions.ts";
import type { Block } from "../../server/src/syntax/tree.ts";

const FRAGMENTS = [
  "a",
  " ",
  "  ",
  "\n",
  "\n\n",
  ":",
  ": ",
  "- ",
  "\n- x",
  "#",
  " # c",
  "'",
  '"',
  "[",
  "]",
  "{",
  "}",
  ",",
  "&x ",
  "*x",
  "|",
  ">-",
  "\t",
  "---\n",
  "...\n",
  "---",
  "\r\n",
  "\r",
  "\n  b: 1",
  "\nc: 2",
  "\n    d: 3",
  "? k\n: v\n",
  "<<: *x",
  "é",
  "!t ",
  "%YAML 1.2\n",
  "~",
  "\u0000".slice(1),
  "\n6A:\n  services:\n    FRANC: martin",
  "klass:\n",
  " [",
  " {",
  ' "',
  " '",
  " ]\n",
  '"\n',
  " x",
  "\n x: 1\n",
  "   y: 1\n",
];

/** A text that is long and deep enough for containers in containers. */
export function sample(eol: string, header: string): string {
  const lines = ["professeurs:"];
  for (let i = 0; i < 40; i++) lines.push(`  p${i}: { nom: N${i} }`);
  lines.push("# between", "classes:", "  # first");
  for (let i = 0; i < 6; i++) {
    lines.push(`  6E${i}:`, "    niveau: 6e", "    services:");
    for (let j = 0; j < 40; j++) lines.push(`      M${j}: { coefficient: ${j} }`);
    lines.push("");
  }
  lines.push("texte: |", "  one", "   two", "", "last:", "  - a", "  - b", "");
  return header + lines.join(eol);
}

/** A text with long values whose lines look like entries. */
function values(eol: string, header: string): string {
  const many = (line: (i: number) => string) => Array.from({ length: 40 }, (_, i) => `  ${line(i)}`);
  const keys = many((i) => `b${i}: ${i}`);
  const lines = [
    ...["accolades: {", ...many((i) => `p${i}: { nom: N${i} },`), "}"],
    ...["crochets: [ # c", "  a: 1", ...many((i) => `,p${i}: [${i}]`), "  ]"],
    ...['double: "', ...keys, '  c: "', "simple: 'x", ...keys, "  l''a' # c"],
    ...["dessous:", '  "texte', ...keys, '  fin"', "ligne: |", ...keys, ""],
    ...["bloc:", "  >-", ...keys, "marque:", "  &x", ...keys, "", "cle:", "  ? a", "  : b", ...keys, ""],
  ];
  return header + lines.join(eol);
}

/** A short text, in which every line is different. */
function short(eol: string, header: string): string {
  return header + ["a: 1", "b:", "  c: [x, y]", "  d:", "    e: 'f'", "  # g", "h: |", "  i", ""].join(eol);
}

interface Edit {
  readonly line: number;
  readonly col: number;
  readonly lines: number;
  readonly toCol: number;
  readonly text: string;
}

/** Edits anywhere, but more often at the ends of lines and at the keys of long values. */
const EDIT = fc.record({
  line: fc.oneof(
    { weight: 3, arbitrary: fc.nat(420) },
    fc.constantFrom(0, 1, 41, 42, 43, 44, 45, 46, 47, 87, 88),
  ),
  col: fc.oneof({ weight: 3, arbitrary: fc.nat(24) }, fc.constantFrom(0, 2, 4, 1000)),
  lines: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
  toCol: fc.nat(24),
  text: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant(""), fc.constantFrom(...FRAGMENTS)),
});
const HEADERS = fc.constantFrom("", "---\n", "# head\n\n", "%YAML 1.2\n---\n", "  # x\n");

/** The file and its text after each of several edits. */
function* versions(start: string, edits: readonly Edit[]): Iterable<readonly [File, string]> {
  let text = start;
  let file = parseFile("file:///a.yaml", text);
  yield [file, text];
  for (const { line, col, lines, toCol, text: newText } of edits) {
    const start = { line, character: col };
    const end = { line: line + lines, character: lines ? toCol : col + (toCol % 3) };
    const change = { fromLine: line, fromCol: col, toLine: end.line, toCol: end.character, text: newText };
    text = applyChange(text, change);
    file = changeFile(file, { start, end }, newText);
    yield [file, text];
  }
}

/** Texts with each kind of line end. */
const TEXTS = fc
  .tuple(fc.constantFrom(sample, values, short), fc.constantFrom("\n", "\r\n", "\r"), HEADERS)
  .map(([begin, eol, head]) => begin(eol, head));

/** Checks a property for files after several edits at once, and their texts after the same edits. */
export function alwaysAtOnce(property: (file: File, text: string) => void): void {
  fc.assert(
    fc.property(TEXTS, fc.array(EDIT, { minLength: 2, maxLength: 8 }), (before, some) => {
      const edits = some
        .map(({ line, col, lines, toCol, text: newText }) => {
          const end = { line: line + lines, character: lines ? toCol : col + (toCol % 3) };
          return { range: { start: { line, character: col }, end }, newText };
        })
        .sort((a, b) => comparePositions(a.range.start, b.range.start))
        .filter(({ range }, at, all) => {
          const next = all[at + 1];
          return !next || comparePositions(range.end, next.range.start) <= 0;
        });
      // From the last to the first, at offsets of the text before: past an end, two edits may be at one place.
      const offset = ({ line, character }: Position) => offsetAt(before, line, character);
      const text = edits.reduceRight(
        (now, { range: { start, end }, newText }) =>
          now.slice(0, offset(start)) + newText + now.slice(Math.max(offset(start), offset(end))),
        before,
      );
      property(editFile(parseFile("file:///a.yaml", before), edits), text);
    }),
  );
}

/** Checks a property for all versions of a file, under random edits. */
export function always(property: (file: File, text: string, before: File) => void): void {
  fc.assert(
    fc.property(TEXTS, fc.array(EDIT, { minLength: 1, maxLength: 8 }), (start, edits) => {
      let before: File | undefined;
      for (const [file, text] of versions(start, edits)) {
        property(file, text, before ?? file);
        before = file;
      }
    }),
    { numRuns: Number(process.env["FUZZ"] ?? 100) },
  );
}

/** A block as a string, without references to blocks. */
export function shape(block: Block): string {
  return JSON.stringify(block, (key, value) => (key === "block" || key === "uri" ? undefined : value), 1);
}

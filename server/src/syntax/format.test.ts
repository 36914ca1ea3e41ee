import { expect, test } from "vitest";
import { parseFile } from "./file.ts";
import { formatEdits } from "./format.ts";
import { applyTextEdits } from "./text-edits.ts";

function formatted(text: string, step = 2, isKept?: (line: number) => boolean): string {
  const file = parseFile("file:///a.pronote.yaml", text);
  return applyTextEdits(text, formatEdits(file, { step, ...(isKept ? { isKept } : undefined) }));
}

/** Entries that are too many for one block. */
const LONG = Array.from({ length: 40 }, (_, i) => `  b${i}: 1\n`).join("");

test.each([
  ["a space before a colon", "a : 1\n", "a: 1\n"],
  ["several spaces or a tab after a colon", "a:   1\nb:\t2\n", "a: 1\nb: 2\n"],
  ["commas", "a: [x ,y,  z]\nb: {p: 1 ,q: 2}\n", "a: [x, y, z]\nb: {p: 1, q: 2}\n"],
  ["a colon without a space, as in JSON", 'a: { "b":1, "c":[2] }\n', 'a: { "b": 1, "c": [2] }\n'],
  ["an anchor above a long map", `a:  &x\n${LONG}`, `a: &x\n${LONG}`],
  ["a long map", `a:\n${LONG.replaceAll("  b", "     b")}`, `a:\n${LONG}`],
  ["a key alone in a flow map", "a: { b , c }\n", "a: { b, c }\n"],
  ["white space at the ends of lines", "a: 1  \n\t\n# b \nc:\t\n", "a: 1\n\n# b\nc:\n"],
  ["blank lines at the end", "a: 1\n\n  \n", "a: 1\n"],
  ["no line end at the end", "a: 1  ", "a: 1\n"],
  ["only comments", "# a  \n\n\n", "# a\n"],
  ["a document marker", "---  \na : 1\n", "---\na: 1\n"],
  ["line ends of Windows", "a : 1 \r\nb:\r\n    c: 2\r\n\r\n", "a: 1\r\nb:\r\n  c: 2\r\n"],
  ["an indented file", "  a: 1\n  b:\n   c: 2\n", "a: 1\nb:\n  c: 2\n"],
])("is made tight: %s", (_, text, expected) => {
  expect(formatted(text)).toBe(expected);
  expect(formatted(expected)).toBe(expected);
});

test.each([
  ["an empty file", ""],
  ["blank lines alone", "\n\n"],
  ["blank lines between entries", "a: 1\n\n\nb: 2\n"],
  ["spaces in braces and before comments", "a: {b: 1}    # c\nd: [ e ]\n"],
  ["a block scalar, with the blank lines at its end", "a: |+\n  x  \n   \n   y: z   ,\n\n\n"],
  ["a block scalar without a line end", "a: |\n  x"],
  ["a text of several lines", 'a: "x \n\n  y ,z"\nb: x \n  y\n'],
  ["a line with a syntax error", "a : [1 ,2\n"],
  ["an alias, an anchor and a colon without a value", "a: &x 1\nb: { c: , d: *x }\ne: [*x, &y ]\n"],
  ["what follows the first document", "a: 1\n---\nb : 2   \n\n\n"],
  ["items at the column of their key, or deeper", "a:\n- b\nc:\n  - d\n"],
  ["what stands on the line of a dash", "a:\n  -   b: 1\n      c: 2\n"],
  ["a flow collection of several lines", "a: [\n      b,\n  c ]\n"],
])("stays as it is: %s", (_, text) => {
  expect(formatted(text)).toBe(text);
});

test("all lines of an entry move together", () => {
  const text = `classes:
    # about 6A
    6A:
        texte: |
            one
              two

            three
        # at the end of 6A
    # about 6B
    6B: { niveau: 6e,
      services: {} }
    liste:
        - a: "x
            y"
          b:
               c: 1
# at the end
`;
  expect(formatted(text)).toBe(`classes:
  # about 6A
  6A:
    texte: |
        one
          two

        three
    # at the end of 6A
  # about 6B
  6B: { niveau: 6e,
    services: {} }
  liste:
    - a: "x
        y"
      b:
        c: 1
# at the end
`);
  expect(formatted(formatted(text), 4)).toContain("\n    6A:\n        texte: |\n            one\n");
});

test("a map with a syntax error keeps its column; what is around it is formatted", () => {
  const long = Array.from({ length: 40 }, (_, i) => `    p${i} : 1\n`).join("");
  const text = `a:\n${long}    b: [1\n    c : 2\nd:\n    e : 1\n`;
  const after = formatted(text);
  expect(after).toContain("    p39: 1\n    b: [1\n    c: 2\n");
  expect(after).toContain("\nd:\n  e: 1\n");
});

test("lines that are kept stay as they are, with the column of what contains them", () => {
  const text = "a:\n    b : 1\n    c : 2\nd:\n    e : 3\n";
  expect(formatted(text, 2, (line) => line === 1)).toBe("a:\n    b : 1\n    c: 2\nd:\n  e: 3\n");
  expect(formatted(text, 2, (line) => line < 4)).toBe("a:\n    b : 1\n    c : 2\nd:\n  e: 3\n");
});

test("each edit replaces white space only, and as little as possible", () => {
  const file = parseFile("file:///a.pronote.yaml", "a :  1\nb:\n    c: 2\n");
  const edits = formatEdits(file, { step: 2 });
  expect(edits.map(({ range, newText }) => [range.start.line, range.start.character, newText])).toEqual([
    [2, 0, ""],
    [0, 1, ""],
    [0, 3, " "],
  ]);
});

test("blank lines at the end that are a part of a text stay, and the rest is formatted", () => {
  expect(formatted("a : 1\nb: |+\n  x\n\n\n")).toBe("a: 1\nb: |+\n  x\n\n\n");
});

test("a comment at the end moves with the lines above it", () => {
  const text = "a:\n    b: 1\nc:\n  d:\n    e: 2\n    # end\n";
  expect(formatted(text)).toBe("a:\n  b: 1\nc:\n  d:\n    e: 2\n    # end\n");
});

test("a line that is kept stays where it is, also if what is beside it moves", () => {
  const text = "a:\n      # kept\n      b: 1\n";
  expect(formatted(text, 2, (line) => line === 1)).toBe("a:\n      # kept\n  b: 1\n");
  expect(formatted(text, 2)).toBe("a:\n  # kept\n  b: 1\n");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { isTail, textOf } from "./blocks.ts";
import { changed } from "./change.ts";
import { changeFile, fileText, parseFile, rangeOf } from "./file.ts";
import type { Block, Node } from "./tree.ts";

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
];

/** A text with enough lines, and levels, for containers in containers. */
function sample(eol: string, header: string): string {
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

test("a change by blocks gives what the whole text gives", () => {
  const edit = fc.record({
    line: fc.nat(420),
    col: fc.nat(24),
    lines: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(3), fc.nat(60)),
    toCol: fc.nat(24),
    text: fc.oneof(fc.constantFrom(...FRAGMENTS), fc.constant(""), fc.constantFrom(...FRAGMENTS)),
  });
  const header = fc.constantFrom("", "---\n", "# head\n\n", "%YAML 1.2\n---\n", "  # x\n");
  fc.assert(
    fc.property(
      fc.constantFrom("\n", "\r\n"),
      header,
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      (eol, head, edits) => {
        let text = sample(eol, head);
        let file = parseFile("file:///a.yaml", text);
        for (const { line, col, lines, toCol, text: newText } of edits) {
          const range = {
            start: { line, character: col },
            end: { line: line + lines, character: lines ? toCol : col + (toCol % 3) },
          };
          text = changed(text, {
            fromLine: line,
            fromCol: col,
            toLine: range.end.line,
            toCol: range.end.character,
            text: newText,
          });
          file = changeFile(file, range, newText);
          expect(fileText(file)).toBe(text);
          expect(shape(file.root)).toEqual(shape(parseFile("file:///a.yaml", text).root));
        }
      },
    ),
    { numRuns: Number(process.env["FUZZ"] ?? 100) },
  );
}, 600_000);

test("what was cut one way is cut the other way again", () => {
  const head = changeFile(parseFile("file:///a.yaml", sample("\n", "---\n")), at(1, 12), "&x ");
  const next = changeFile(head, at(0, 0), "a");
  expect(shape(next.root)).toEqual(shape(parseFile("file:///a.yaml", fileText(next)).root));
});

test("an anchor right behind the colon makes no key", () => {
  const file = changeFile(parseFile("file:///a.yaml", "5:\n s:\n"), at(0, 2), "&a");
  expect(shape(file.root)).toEqual(shape(parseFile("file:///a.yaml", "5:&a\n s:\n").root));
});

test.each(["e:\n---\u2028", "a: b\u2028---", "a: b\r...\n"])(
  "a line ends where it ends for YAML: %j",
  (text) => {
    const file = parseFile("file:///a.yaml", text);
    expect(file.root.children?.some(isTail)).toBe(false);
    expect(shape(changeFile(file, at(9, 0), "").root)).toEqual(shape(file.root));
  },
);

test("a keystroke leaves all blocks but its own as they are", () => {
  const file = parseFile("file:///a.yaml", sample("\n", ""));
  const next = changeFile(file, { start: { line: 60, character: 8 }, end: { line: 60, character: 8 } }, "x");
  const kept = new Set(leaves(file.root));
  expect(leaves(next.root).filter((block) => !kept.has(block))).toHaveLength(1);
});

test("places are those of the whole file", () => {
  const text = sample("\n", "# head\n");
  const file = parseFile("file:///a.yaml", text);
  const classes = file.root.pairs.find((pair) => pair.key.text === "classes");
  const second = classes?.value.kind === "map" ? classes.value.pairs[1] : undefined;
  expect(second?.key.text).toBe("6E1");
  const range = rangeOf(file, second?.key as Node);
  expect(text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character)).toBe("6E1");
});

function at(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

function leaves(block: Block): Block[] {
  return block.children ? block.children.flatMap(leaves) : [block];
}

/** What a block is, without the identity of its parts. */
function shape(block: Block): unknown {
  return JSON.parse(
    JSON.stringify(block, (key, value) => (key === "block" || key === "uri" ? undefined : value)),
  );
}

test("the text of a block is what it was cut from", () => {
  const text = sample("\r\n", "---\n");
  expect(textOf(parseFile("file:///a.yaml", text).root)).toBe(text);
});

import { expect, test } from "vitest";
import { sample, shape } from "../../../test/support/edits.ts";
import { isTail, textOf } from "./blocks.ts";
import { changeFile, editFile, fileText, parseFile, rangeOf } from "./file.ts";
import type { Block, Node } from "./tree.ts";

test("an edit after which a text is split at other lines gives the same tree as parsing the whole text", () => {
  const head = changeFile(parseFile("file:///a.yaml", sample("\n", "---\n")), at(1, 12), "&x ");
  const next = changeFile(head, at(0, 0), "a");
  expect(shape(next.root)).toEqual(shape(parseFile("file:///a.yaml", fileText(next)).root));
});

test("an entry is misplaced only as long as the map has entries at another column", () => {
  const entries = Array.from({ length: 40 }, (_, i) => `  p${i}: ${i}\n`).join("");
  const others = Array.from({ length: 35 }, (_, i) => ` q${i}: ${i}\n`).join("");
  const file = parseFile("file:///a.yaml", `a:\n${entries}${others}`);
  const codes = leaves(file.root).map(({ faults }) => faults.map(({ code }) => code).join());
  expect(codes.slice(40, 44)).toEqual(["", "STRAY", "ASTRAY", "ASTRAY"]);
  const alone = changeFile(file, { ...at(1, 0), end: at(41, 0).end }, "");
  expect(shape(alone.root)).toBe(shape(parseFile("file:///a.yaml", `a:\n${others}`).root));
  const item = changeFile(parseFile("file:///a.yaml", `a:\n    - x\n${entries}`), at(1, 0), "    y: 1\n");
  expect(shape(item.root)).toBe(shape(parseFile("file:///a.yaml", fileText(item)).root));
});

test("an anchor right after a colon, without a space, makes the line no key", () => {
  const file = changeFile(parseFile("file:///a.yaml", "5:\n s:\n"), at(0, 2), "&a");
  expect(shape(file.root)).toEqual(shape(parseFile("file:///a.yaml", "5:&a\n s:\n").root));
});

test.each(["e:\n---\u2028", "a: b\u2028---", "a: b\u0085...\n"])(
  "only YAML's line breaks end a line: %j",
  (text) => {
    const file = parseFile("file:///a.yaml", text);
    expect(file.root.children?.some(isTail)).toBe(false);
    expect(shape(changeFile(file, at(9, 0), "").root)).toBe(shape(file.root));
  },
);

test("a carriage return that something is typed behind becomes a part of CRLF, and is one alone again without it", () => {
  const lone = parseFile("file:///a.yaml", "a: 1\rb: 2\r");
  const crlf = changeFile(lone, at(1, 0), "\n");
  expect(fileText(crlf)).toBe("a: 1\r\nb: 2\r");
  expect(crlf.root.lines).toBe(2);
  const typed = changeFile(parseFile("file:///a.yaml", "a: 1\nb: 2\n"), at(0, 4), "\r");
  expect(fileText(typed)).toBe("a: 1\r\nb: 2\n");
  expect(typed.root.lines).toBe(2);
});

test("a keystroke changes only its own block", () => {
  const file = parseFile("file:///a.yaml", sample("\n", ""));
  const next = changeFile(file, { start: { line: 60, character: 8 }, end: { line: 60, character: 8 } }, "x");
  const kept = new Set(leaves(file.root));
  expect(leaves(next.root).filter((block) => !kept.has(block))).toHaveLength(1);
});

test("several edits at once change only the blocks that they touch", () => {
  const file = parseFile("file:///a.yaml", sample("\n", ""));
  const places = [at(5, 8), at(60, 8), at(60, 9), at(62, 8), at(200, 8)];
  const edits = places.map((range) => ({ range, newText: "x" }));
  const next = editFile(file, edits);
  const one = edits.reduceRight((now, { range, newText }) => changeFile(now, range, newText), file);
  expect(fileText(next)).toBe(fileText(one));
  const kept = new Set(leaves(file.root));
  expect(leaves(next.root).filter((block) => !kept.has(block))).toHaveLength(4);
});

test.each([
  ["an opening bracket after a key", 42, 8, " ["],
  ["an opening quote", 42, 8, ' "'],
  ["a text", 42, 8, " x"],
  ["a block scalar indicator above other entries", 42, 8, " |"],
  ["a quote before a key", 42, 0, '"'],
  ["a space before a key", 0, 0, " "],
  ["a line that begins too far to the left", 44, 0, " x\n"],
  ["an entry of the map around it", 87, 0, "x"],
  ["a document marker", 87, 0, "---\n"],
  ["the end of the document", 87, 0, "..."],
  ["a dash", 87, 0, "-"],
  ["a closing bracket", 87, 0, "]"],
])("%s, and gone again, leaves the entries around it as they are", (_, line, character, text) => {
  const file = parseFile("file:///a.yaml", sample("\n", ""));
  const broken = changeFile(file, at(line, character), text);
  const { start } = at(line, character);
  const end = text.endsWith("\n") ? { line: line + 1, character: 0 } : at(line, character + text.length).end;
  const next = changeFile(broken, { start, end }, "");
  expect(shape(next.root)).toBe(shape(file.root));
  const kept = new Set(leaves(file.root));
  expect(leaves(next.root).filter((block) => !kept.has(block)).length).toBeLessThan(4);
  const faulty = leaves(broken.root).filter(({ faults }) => faults.length > 0);
  expect(faulty.length).toBeLessThan(2);
});

test("ranges are relative to the whole file", () => {
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

test("the text of the root is the text that was parsed", () => {
  const text = sample("\r\n", "---\n");
  expect(textOf(parseFile("file:///a.yaml", text).root)).toBe(text);
});

test("a text with many comments before its first entry is split again after an edit among them", () => {
  const text = `${"# c\r\n".repeat(200)}a: 1\r\n`;
  const { root } = changeFile(parseFile("file:///a.yaml", text), at(3, 0), "%");
  expect(root.children?.map(({ lines }) => lines)).toEqual([3, 197, 1]);
});

/** Lines are counted as the Language Server Protocol counts them: `Client` does so, character by character. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { shape } from "../../../test/support/edits.ts";
import { changeFile, fileLines, fileText, parseFile, rangeOf } from "./file.ts";
import { lineStarts, splitLines, withoutLoneReturns } from "./line-breaks.ts";
import { lineEndOf } from "./line-ends.ts";
import { comparePositions, type Position, type Range } from "./positions.ts";
import { lineAt } from "./surroundings.ts";
import { applyTextEdits, type TextEdit, textEditsBetween } from "./text-edits.ts";

const URI = "file:///a.pronote.yaml";
const PIECES = ["a: 1", "b:", "  c: x", "# d", '"e": "f', "g: |", " ", "\u0085", "\u2028", "\u2029", "é"];
const ENDS = ["\r", "\n", "\r\n", "\r\r", "\n\r"];
const text = fc
  .array(fc.constantFrom(...PIECES, ...ENDS, ...ENDS), { maxLength: 30 })
  .map((all) => all.join(""));
const position = fc.record({ line: fc.nat(12), character: fc.nat(6) });

/** A text as a client holds it. */
class Client {
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  starts(): readonly number[] {
    const starts = [0];
    for (let at = 0; at < this.text.length; at++) {
      const isBreak = this.text[at] === "\n" || (this.text[at] === "\r" && this.text[at + 1] !== "\n");
      if (isBreak) starts.push(at + 1);
    }
    return starts;
  }

  /** The offset of a position; where a line is shorter, that of its end. */
  offset({ line, character }: Position): number {
    const starts = this.starts();
    const start = starts[line];
    if (start === undefined) return this.text.length;
    let end = starts[line + 1] ?? this.text.length;
    while (end > start && (this.text[end - 1] === "\n" || this.text[end - 1] === "\r")) end--;
    return Math.min(start + character, end);
  }

  slice({ start, end }: Range): string {
    return this.text.slice(this.offset(start), this.offset(end));
  }

  change(edits: readonly TextEdit[]): void {
    for (const { range, newText } of edits.toReversed()) {
      const [from, to] = [this.offset(range.start), this.offset(range.end)];
      this.text = this.text.slice(0, from) + newText + this.text.slice(to);
    }
  }
}

test("lines are those of the protocol", () => {
  fc.assert(
    fc.property(text, (all) => {
      const starts = new Client(all).starts();
      expect(lineStarts(all)).toEqual(starts);
      expect(splitLines(all)).toHaveLength(starts.length);
      expect(lineStarts(withoutLoneReturns(all))).toEqual(starts);
    }),
  );
});

test("after any changes, a file has the text of the client, and its keys are where the client finds them", () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(position, position, text), { maxLength: 5 }), (first, changes) => {
      const client = new Client(first);
      let file = parseFile(URI, first);
      for (const [one, other, newText] of changes) {
        const [start = one, end = other] = [one, other].sort(comparePositions);
        client.change([{ range: { start, end }, newText }]);
        file = changeFile(file, { start, end }, newText);
      }
      expect(fileText(file)).toBe(client.text);
      const fresh = parseFile(URI, withoutLoneReturns(client.text));
      expect(shape(file.root)).toBe(shape(fresh.root));
      for (const { key } of file.root.pairs)
        if (key.style === "plain" && key.line === key.endLine)
          expect(client.slice(rangeOf(file, key))).toBe(key.text);
      for (const [line, content] of fileLines(file).entries()) expect(lineAt(file, line)).toBe(content);
    }),
    { numRuns: 500 },
  );
});

test("edits between two texts are right for a client", () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom("\r", "\n", "\r\n"), (one, other, end) => {
      const [before = "", after = ""] = [one, other].map((all) => splitLines(all).join(end));
      const edits = textEditsBetween(before, after);
      const client = new Client(before);
      client.change(edits);
      expect(client.text).toBe(after);
      if (splitLines(before).length > 1) expect(applyTextEdits(before, edits)).toBe(after);
    }),
  );
});

test.each([
  ["a\rb\r", "\r"],
  ["a\rb\n", "\n"],
  ["a\nb\r\nc\r", "\r\n"],
  ["a", "\n"],
])("what is inserted into %j ends its lines with %j", (all, end) => {
  expect(lineEndOf(all)).toBe(end);
  const start = { line: 0, character: 1 };
  expect(applyTextEdits(all, [{ range: { start, end: start }, newText: "x\ny" }])).toBe(
    `a${"x\ny".replace("\n", end)}${all.slice(1)}`,
  );
});

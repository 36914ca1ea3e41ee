import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinear } from "../../../test/support/growth.ts";
import { parseFile } from "../syntax/file.ts";
import { containsSpan } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import { NestedSpans } from "./nested-spans.ts";

const [one, other] = ["a: 1\n", "b: 2\n"].map((text) => parseFile("file:///a", text).root);

const anySpan = fc
  .tuple(fc.constantFrom(one!, other!), fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(3), fc.boolean())
  .map(([block, line, col, lines, columns, isOpen]): Span => {
    if (isOpen) return { block, line: 0, col: 0, endLine: Infinity, endCol: Infinity };
    return { block, line, col, endLine: line + lines, endCol: lines > 0 ? columns : col + columns };
  });
const closed = anySpan.filter(({ endLine }) => endLine !== Infinity);

test("a span is nested if it contains one of the spans of its block, or lies in one", () => {
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 8 }), fc.array(closed), (spans, asked) => {
      const nested = new NestedSpans(spans);
      for (const at of asked) {
        const expected = spans.some(
          (span) => span.block === at.block && (containsSpan(span, at) || containsSpan(at, span)),
        );
        expect(nested.isNested(at)).toBe(expected);
      }
    }),
  );
});

test("the time grows no faster than the spans of a block", () => {
  expectLinear(
    (size) =>
      Array.from(
        { length: size },
        (_, at): Span => ({ block: one!, line: at, col: 2, endLine: at, endCol: 5 }),
      ),
    (spans) => {
      const nested = new NestedSpans(spans);
      return spans.filter((span) => nested.isNested({ ...span, col: 6, endCol: 9 }));
    },
  );
});

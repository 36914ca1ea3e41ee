import fc from "fast-check";
import { expect, test } from "vitest";
import { ITEMS, jsonText } from "./json-text.ts";

test("a list written item by item gives the same text as JSON.stringify of the whole value", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      for (const wrap of [
        (list: unknown) => list,
        (list: unknown) => ({ version: 1, findings: list, summary: { errors: 1 } }),
        (list: unknown) => ({ runs: [{ tool: {}, results: list }] }),
      ]) {
        const whole = `${JSON.stringify(wrap(items), null, 2)}\n`;
        expect([...jsonText(wrap(ITEMS), items)].join("")).toBe(whole);
      }
    }),
  );
});

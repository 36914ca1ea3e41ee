import fc from "fast-check";
import { expect, test } from "vitest";
import { ITEMS, jsonText } from "./json-text.ts";

test("a list written item by item is the text that JSON.stringify makes of the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      for (const around of [
        (list: unknown) => list,
        (list: unknown) => ({ version: 1, findings: list, summary: { errors: 1 } }),
        (list: unknown) => ({ runs: [{ tool: {}, results: list }] }),
      ]) {
        const whole = `${JSON.stringify(around(items), null, 2)}\n`;
        expect([...jsonText(around(ITEMS), items)].join("")).toBe(whole);
      }
    }),
  );
});

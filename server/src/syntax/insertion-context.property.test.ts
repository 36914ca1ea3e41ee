import fc from "fast-check";
import { expect, test } from "vitest";
import { YAML_PIECES } from "../../../test/support/yaml-pieces.ts";
import { parseFile } from "./file.ts";
import { insertionContextAt } from "./insertion-context.ts";

test("every position of any text has an insertion context", () => {
  const part = fc.constantFrom(...YAML_PIECES, "---\n", "\t", "é", "\r\n");
  const text = fc.array(part, { maxLength: 25 }).map((all) => all.join(""));
  fc.assert(
    fc.property(text, fc.nat(), (source, n) => {
      const lines = source.split("\n");
      const line = n % lines.length;
      const character = n % ((lines[line]?.length ?? 0) + 1);
      const context = insertionContextAt(parseFile("file:///a.pronote.yaml", source), { line, character });
      expect(context.from).toBeLessThanOrEqual(character);
      expect(context.from).toBeGreaterThanOrEqual(0);
      expect(context.to).toBeGreaterThanOrEqual(context.from);
    }),
    { numRuns: 3000 },
  );
});

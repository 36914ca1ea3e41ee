import { expect, test } from "vitest";
import { importersOf } from "./nearest-tests.ts";
import { relatedTests } from "./related-tests.ts";

const texts = new Map(
  Object.entries({
    "a.ts": 'export const id = "without-effect"; // common',
    "a.test.ts": 'import "./a.ts";',
    "all.ts": 'import "./a.ts";',
    "b.test.ts": 'import "./all.ts"; // common',
    "c.test.ts": 'import "./all.ts"; // common',
    "z.test.ts": 'import "./all.ts"; // without-effect',
    "not.test.ts": "// common",
  }),
);
const importers = importersOf(texts);
const tests = new Set([...texts.keys()].filter((file) => file.endsWith(".test.ts")));

test("of tests that load a source, the nearest come first, then those that share rare words with it", () => {
  expect(relatedTests("a.ts", importers, tests, texts, 2)).toEqual(["a.test.ts", "z.test.ts"]);
  expect(relatedTests("a.ts", importers, tests, texts, 3)).toEqual(["a.test.ts", "b.test.ts", "z.test.ts"]);
  expect(relatedTests("a.ts", importers, tests, texts, 9)).toHaveLength(4);
});

import { expect, test } from "vitest";
import { importersOf, nearestTests } from "./nearest-tests.ts";

const texts = new Map(
  Object.entries({
    "a/base.ts": "export const base = 1;",
    "a/middle.ts": 'import { base } from "./base.ts"; export { base as middle };',
    "a/types.ts": 'import type { Base } from "./base.ts"; export type { Other } from "./middle.ts";',
    "a/again.ts": 'export { base } from "./base.ts"; import "yaml";',
    "a/base.test.ts": 'import { base } from "./base.ts";',
    "a/middle.test.ts": 'import { middle } from "./middle.ts";',
    "a/types.test.ts": 'import { x } from "./types.ts";',
    "a/again.test.ts": 'import { type X, base } from "../a/again.ts";',
    "a/aside.test.ts": 'import "./base.ts";',
    "b/above.test.ts": 'import "../a/base.ts";',
    "0/middle.test.ts": 'import "../a/middle.ts";',
    "b/far.test.ts": 'import { base } from "./help.ts";',
    "b/help.ts": 'import { middle } from "../a/middle.ts";',
  }),
);
const importers = importersOf(texts);
const tests = new Set([...texts.keys()].filter((file) => file.endsWith(".test.ts")));

test("the test beside a source comes first, then those that load it over fewer files, of its folder first", () => {
  expect(nearestTests("a/base.ts", importers, tests)).toEqual([
    "a/base.test.ts",
    "a/aside.test.ts",
    "b/above.test.ts",
    "a/again.test.ts",
    "a/middle.test.ts",
    "0/middle.test.ts",
    "b/far.test.ts",
  ]);
  expect(nearestTests("a/middle.ts", importers, tests)).toEqual([
    "a/middle.test.ts",
    "0/middle.test.ts",
    "b/far.test.ts",
  ]);
});

test("imports of types alone load nothing", () => {
  expect(nearestTests("a/types.ts", importers, tests)).toEqual(["a/types.test.ts"]);
});

test("files in a circle are walked once", () => {
  const circle = new Map([
    ["a.ts", 'import "./b.ts";'],
    ["b.ts", 'import "./a.ts";'],
    ["c.test.ts", 'import "./a.ts";'],
  ]);
  expect(nearestTests("b.ts", importersOf(circle), new Set(["c.test.ts"]))).toEqual(["c.test.ts"]);
});

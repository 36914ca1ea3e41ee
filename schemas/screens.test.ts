import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { itemBySlug } from "../server/src/schema/checklist.ts";
import { schemaAt } from "../server/src/schema/schema.ts";
import { citationOf } from "../server/src/schema/sources.ts";

const data = parse(readFileSync(join(import.meta.dirname, "screens.yaml"), "utf8")) as {
  sources: string[];
  decided: string[];
  first: string[];
  steps: Record<string, string>;
  menus: Record<string, unknown>;
  screens: { at: string; source: string[]; keys: Record<string, string | null> }[];
};

test("every path in it exists in the language", () => {
  const paths = [
    ...data.sources,
    ...data.decided,
    ...data.first,
    ...Object.keys(data.steps),
    ...Object.keys(data.menus),
    ...data.screens.flatMap(({ at, keys }) => Object.keys(keys).map((key) => `${at}/${key}`)),
  ];
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter((path) => !schemaAt(path.split("/")))).toEqual([]);
});

test("every step in it exists", () => {
  expect(Object.values(data.steps).filter((slug) => !itemBySlug.has(slug))).toEqual([]);
});

test("every screen has a source, and stands there once", () => {
  expect(data.screens.flatMap(({ source }) => source).filter((code) => !citationOf(code))).toEqual([]);
  expect(data.screens.filter(({ source }) => source.length === 0)).toEqual([]);
  expect(new Set(data.screens.map(({ at }) => at)).size).toBe(data.screens.length);
});

/**
 * The fixtures from elsewhere are in the repository, are small, and are what the script makes and the page describes.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { overBudget } from "../server/scripts/budget.ts";
import { FILES, FIXTURES, SELECTION, selectedFiles } from "./support/make-fixtures.ts";

/** The largest total size of all fixtures, in bytes. */
const BUDGET = 450_000;
/** The files about the fixtures. */
const ABOUT = ["README.md", ".gitattributes"];

const names = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => statSync(join(FIXTURES, name)).isFile() && !ABOUT.includes(name))
  .sort();
const page = readFileSync(join(FIXTURES, "README.md"), "utf8");

test.each(FILES)("$to is what the script makes", ({ to, make }) => {
  const content = readFileSync(join(FIXTURES, to));
  expect(Buffer.from(make(content)).equals(content)).toBe(true);
});

test("the YAML files from elsewhere are exactly those that the script selects, as many as the page says", () => {
  const taken = selectedFiles(join(FIXTURES, SELECTION.to)).map((name) => `${SELECTION.to}/${name}`);
  expect(names).toEqual([...FILES.map(({ to }) => to), ...taken].sort());
  expect(page).toContain(`(${taken.length} of 942`);
});

test("the page describes each fixture, and no other file", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const places = rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, at = ""]) => at),
  );
  const within = (name: string, place: string) => name === place || name.startsWith(`${place}/`);
  expect(names.filter((name) => !places.some((place) => within(name, place)))).toEqual([]);
  expect(places.filter((place) => !names.some((name) => within(name, place)))).toEqual([]);
});

test("the fixtures are small", () => {
  const bytes = names.reduce((sum, name) => sum + statSync(join(FIXTURES, name)).size, 0);
  expect(overBudget([{ name: "test/fixtures", bytes, budget: BUDGET }])).toEqual([]);
});

test("the model of the protocol contains every type that it refers to", () => {
  const text = readFileSync(join(FIXTURES, "lsp/metaModel-3.17.json"), "utf8");
  const named = [...text.matchAll(/"kind":"reference","name":"(\w+)"/g)].map(([, name = ""]) => name);
  const there = new Set([...text.matchAll(/^\{"name":"(\w+)"/gm)].map(([, name]) => name));
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((name) => !there.has(name))).toEqual([]);
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginRule } from "./new-rule.ts";

const ROOT = join(import.meta.dirname, "../..");
const RULES = "server/src/rules";
let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "rentree-new-rule-"));
  for (const file of ["biome.json", "package.json", RULES])
    cpSync(join(ROOT, file), join(root, file), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

// Ids before and after all others, after “rule”, after an id that is a prefix of it, in a list with pages, too long for
// a line.
test.each([
  "network/a-port-in-the-way",
  "network/zone-unknown",
  "school-life/wish-window-out-of",
  "names/unused-declaration-2",
  "language/second-encoding",
  "new-year/preparation-file-that-was-made-by-another-establishment-or-in-another-year",
])("%s is written as three files and an entry in its family's list", (name) => {
  const [family = "", id = ""] = name.split("/");
  const before = filesIn(family);
  const written = beginRule(root, name);
  const added = filesIn(family).filter((file) => !before.includes(file));
  expect(added.sort()).toEqual([`${id}.md`, `${id}.test.ts`, `${id}.ts`]);
  expect([...written].sort()).toEqual(
    [...added, "index.ts"].map((file) => `${RULES}/${family}/${file}`).sort(),
  );
  const { ids, pages } = listOf(root, family);
  expect(ids).toContain(id);
  expect(ids).toEqual(pages);
});

test("the written files pass lint, and lint finds a planted error", () => {
  expect(biome("check", "--error-on-warnings", RULES)).toBe(0);
  const file = `${RULES}/network/index.ts`;
  const text = readFileSync(join(root, file), "utf8");
  writeFileSync(join(root, file), text.split("\n").slice(0, 4).reverse().join("\n"));
  expect(biome("check", file)).toBe(1);
  writeFileSync(join(root, file), text);
});

test.each([
  ["", "Name the family and the rule: npm run new-rule communication/the-fault"],
  ["port-in-the-way", "Name the family and the rule"],
  ["network/a/b", "Name the family and the rule"],
  ["networks/port-in-the-way", "There is no family “networks”. Families: communication, edt, "],
  ["shared/port-in-the-way", "There is no family “shared”."],
  ["../network", "There is no family “..”."],
  ["network/no-port", "“allow no-port” does not"],
  ["network/require-port", "“allow require-port” does not"],
  ["network/port", "“allow port” does not"],
  ["network/Port-in-the-way", "“allow Port-in-the-way” does not"],
  ["network/6e-without-port", "“allow 6e-without-port” does not"],
  ["network/port--twice", "“allow port--twice” does not"],
  ["new-year/new-year", "“allow new-year” does not"],
  ["network/espaces-not-https", "is taken: see server/src/rules/network."],
  ["network/unknown-reference", "is taken: see server/src/rules/names."],
  ["network/yaml-syntax", "is taken: see server/src/rules/language."],
  ["people/shared-text", "is taken: see server/src/rules/people."],
])("“%s” is rejected, and nothing is written", (name, why) => {
  const before = allTexts();
  expect(() => beginRule(root, name)).toThrow(why);
  expect(allTexts()).toEqual(before);
});

test("every family lists its rules in the order of their ids", () => {
  const families = readdirSync(join(ROOT, RULES), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["api", "shared"].includes(entry.name))
    .map(({ name }) => name);
  expect(families.length).toBeGreaterThan(10);
  for (const family of families) {
    const { ids, pages } = listOf(ROOT, family);
    expect(ids, family).toEqual(pages);
  }
});

/** The ids in the list of a family, and the names of its pages, each in their order. */
function listOf(folder: string, family: string): { readonly ids: string[]; readonly pages: string[] } {
  const text = readFileSync(join(folder, RULES, family, "index.ts"), "utf8");
  const idOf = new Map(
    Array.from(
      text.matchAll(/import (?:\{\s*(\w+),?\s*\}|(\w+)) from "\.\/(.+)\.(?:ts|md)";/g),
      (found) => [found[1] ?? found[2] ?? "", found[3] ?? ""] as const,
    ),
  );
  const [, list = ""] = /readonly Rule\[\] = \[\n([\s\S]*?)\n\];/.exec(text) ?? [];
  return {
    ids: Array.from(list.matchAll(/(\w+)\)?,$/gm), ([, variable = ""]) => idOf.get(variable) ?? variable),
    pages: readdirSync(join(folder, RULES, family))
      .filter((file) => file.endsWith(".md"))
      .map((file) => file.slice(0, -".md".length))
      .sort(),
  };
}

function filesIn(family: string): string[] {
  return readdirSync(join(root, RULES, family));
}

function allTexts(): readonly string[] {
  return readdirSync(join(root, RULES), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") || file.endsWith(".md"))
    .map((file) => `${file}\n${readFileSync(join(root, RULES, file), "utf8")}`)
    .sort();
}

/** The exit code of Biome. */
function biome(...args: readonly string[]): number | null {
  const main = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  return spawnSync(process.execPath, [main, ...args], { cwd: root }).status;
}

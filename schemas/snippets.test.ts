import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { converted } from "../server/src/schema/convert.ts";
import { rootSchema } from "../server/src/schema/schema.ts";
import type { SemanticIndex } from "../server/src/schema/semantic-index.ts";
import { parseFile } from "../server/src/syntax/file.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

const HERE = new URL("../snippets/", import.meta.url);
const snippets = readdirSync(HERE)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(new URL(name, HERE), "utf8")) as Record<string, Snippet>),
  );

test("each section has a snippet, and each snippet bears the name of its section", () => {
  const prefixes = new Set(snippets.map(([, { prefix }]) => prefix));
  expect([...prefixes].sort()).toEqual([...rootSchema.properties.keys()].sort());
});

test("names are used once, descriptions are in both languages", () => {
  const names = snippets.map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(snippets.filter(([, { description }]) => description.split(" / ").length !== 2)).toEqual([]);
});

test.each(snippets)("%s: what it inserts is right, and starts with its section", (_, { prefix, body }) => {
  const text = inserted(body.join("\n"));
  const { value, index } = converted(parseFile("file:///snippet.pronote.yaml", text));
  expect(problemsOf(index)).toEqual([]);
  expect([...value.entries.keys()][0]).toBe(prefix);
});

/** What stands there when every placeholder is left as it is. */
function inserted(body: string): string {
  return body
    .replaceAll("$CURRENT_YEAR", "2026")
    .replaceAll("$CURRENT_MONTH", "08")
    .replaceAll("$CURRENT_DATE", "24")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll("$0", "");
}

function problemsOf({ problems, below }: SemanticIndex): unknown[] {
  return [...problems, ...below.flatMap(problemsOf)];
}

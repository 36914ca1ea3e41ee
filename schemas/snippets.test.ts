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

test("each section has a snippet with its name", () => {
  const prefixes = new Set(snippets.map(([, { prefix }]) => prefix));
  expect([...prefixes].sort()).toEqual([...rootSchema.properties.keys()].sort());
});

test("the names of snippets are unique, and descriptions are in both languages", () => {
  const names = snippets.map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(snippets.filter(([, { description }]) => description.split(" / ").length !== 2)).toEqual([]);
});

test.each(snippets)("%s: inserts a valid text that starts with its section", (_, { prefix, body }) => {
  const text = inserted(body.join("\n"));
  const { value, index } = converted(parseFile("file:///snippet.pronote.yaml", text));
  expect(problemsOf(index)).toEqual([]);
  expect([...value.entries.keys()][0]).toBe(prefix);
});

/** The text of a snippet when every placeholder is left as it is. */
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

import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** The casts that stay, where the type system cannot know. Each has its reason beside it in the code too. */
const KNOWN = [
  // The result of a query is of the query's type; queries are kept together, by name.
  "server/src/analysis/dependency-recorder.ts: never",
  // The types are made of the schema, and so are the values: here they get them.
  "server/src/model/establishment.ts: TypedMap<Pronote>",
  // A rule's check is given what its `on` says; in the list of all rules it is one among others.
  'server/src/rules/api/rule.ts: NonNullable<Rule["check"]>',
  // Rows of a generated table are linked to each other before they are schemas.
  "server/src/schema/schema.ts: unknown",
];

/** What values are called, beside the names that files give to types of values. */
const VALUE_TYPES = [
  ...["Value", "MapValue", "ListValue", "NoValue", "Leaf", "Entry", "Located", "Subject", "Rule"],
  ...["TypedMap", "TypedList", "TypedEntry", "TypedSubject"],
];

/** The casts to a type of values, or to one that fits everything, with their files. */
function valueCasts(files: ReadonlyMap<string, string>): readonly string[] {
  const codes = [...files].map(([file, text]) => [file, codeOf(text)] as const);
  const names = [...VALUE_TYPES, ...codes.flatMap(aliasesIn)].join("|");
  const isValueType = new RegExp(`\\b(?:${names})\\b|^(?:never|unknown|any)$`);
  return codes.flatMap(([file, code]) =>
    Array.from(code.matchAll(CAST), ({ groups = {} }) => groups["type"] ?? "")
      .filter((type) => isValueType.test(type))
      .map((type) => `${file}: ${type}`),
  );
}

const CAST = /\bas\s+(?<type>(?!const\b)(?:readonly\s+)?\(?[\w.]+(?:<[^;\n]*?>+)?(?:\[[^\]]*\])*)/g;

/** Names that a file gives to types of values: `type Smtp = TypedMap<…>`. */
function aliasesIn([, code]: readonly [file: string, code: string]): readonly string[] {
  const names = VALUE_TYPES.join("|");
  const declared = new RegExp(`\\b(?:type (\\w+)[^=;]*=|interface (\\w+) extends) (?:${names})\\b`, "g");
  return Array.from(code.matchAll(declared), ([, type, name]) => type ?? name ?? "");
}

/** A text without its comments and imports, in which `as` is something else. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "")
    .replace(/^(?:import|export) (?:type )?\{[^}]*\}.*$/gm, "");
}

test("no cast to a type of values but the known ones", () => {
  const files = new Map([...sources("server/src"), ...sources("test")]);
  expect(files.size).toBeGreaterThan(500);
  expect(valueCasts(files)).toEqual(KNOWN);
});

test.each([
  ["const a = b as MapValue;", "MapValue"],
  ["const a = b.get(c) as Leaf<string> | undefined;", "Leaf<string>"],
  ["f(a as readonly Entry[]);", "readonly Entry[]"],
  ["const a = b as unknown as Leaf;", "unknown"],
  ["f(a as never);", "never"],
  ["const a = (b as any).c;", "any"],
  ["type Smtp = TypedMap<T>;\nconst a = b as Smtp;", "Smtp"],
  ["interface Person extends Subject {}\nf(a as\n  Person);", "Person"],
])("a planted cast is found: %s", (text, type) => {
  expect(valueCasts(new Map([["a.ts", text]]))[0]).toBe(`a.ts: ${type}`);
});

test.each([
  "const a = [b] as const;",
  "// kept as Value\n/** as Value */",
  'import { type Value as Other, Leaf as Leaves } from "a";',
  "const a = JSON.parse(b) as Settings;",
])("no cast to a type of values: %s", (text) => {
  expect(valueCasts(new Map([["a.ts", text]]))).toEqual([]);
});

function* sources(folder: string): Generator<readonly [string, string]> {
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).sort()) {
    const file = `${folder}/${name.split(sep).join("/")}`;
    // The syntax knows no values.
    if (/(?<!\.d)\.ts$/.test(file) && !/\/(?:node_modules|generated|syntax)\/|value-casts/.test(file))
      yield [file, readFileSync(join(ROOT, file), "utf8")];
  }
}

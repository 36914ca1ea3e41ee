import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** The casts that are allowed, as the type system cannot infer these types. The code explains each of them. */
const ALLOWED = [
  // The result of a query has the type of the query, which is chosen by its name.
  "server/src/analysis/dependency-recorder.ts: never",
  // Effective values get the types that are generated from the schema.
  "server/src/model/establishment.ts: TypedMap<Pronote>",
  // The subject of a check has the type that follows from `on`, but a list of rules needs a common type.
  'server/src/rules/api/rule.ts: NonNullable<Rule["check"]>',
  // The rows of a generated table become schemas when they are linked.
  "server/src/schema/schema.ts: unknown",
];

/** The names of the types of values, besides aliases that files declare for them. */
const VALUE_TYPES = [
  ...["Value", "MapValue", "ListValue", "NoValue", "Leaf", "Entry", "Located", "Subject", "Rule"],
  ...["TypedMap", "TypedList", "TypedEntry", "TypedSubject"],
];

/** The casts to types of values, or to types that fit everything, with their files. */
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

/** The aliases that a file declares for types of values: `type Smtp = TypedMap<…>`. */
function aliasesIn([, code]: readonly [file: string, code: string]): readonly string[] {
  const names = VALUE_TYPES.join("|");
  const declared = new RegExp(`\\b(?:type (\\w+)[^=;]*=|interface (\\w+) extends) (?:${names})\\b`, "g");
  return Array.from(code.matchAll(declared), ([, type, name]) => type ?? name ?? "");
}

/** The source without comments and imports, in which `as` has other meanings. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, "")
    .replace(/^(?:import|export) (?:type )?\{[^}]*\}.*$/gm, "");
}

test("there are only the allowed casts to types of values", () => {
  const files = new Map([...sources("server/src"), ...sources("test")]);
  expect(files.size).toBeGreaterThan(500);
  expect(valueCasts(files)).toEqual(ALLOWED);
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
])("a cast to a type of values is found: %s", (text, type) => {
  expect(valueCasts(new Map([["a.ts", text]]))[0]).toBe(`a.ts: ${type}`);
});

test.each([
  "const a = [b] as const;",
  "// kept as Value\n/** as Value */",
  'import { type Value as Other, Leaf as Leaves } from "a";',
  "const a = JSON.parse(b) as Settings;",
])("no cast is found: %s", (text) => {
  expect(valueCasts(new Map([["a.ts", text]]))).toEqual([]);
});

function* sources(folder: string): Generator<readonly [string, string]> {
  for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).sort()) {
    const file = `${folder}/${name.split(sep).join("/")}`;
    // The syntax layer does not use values.
    if (/(?<!\.d)\.ts$/.test(file) && !/\/(?:node_modules|generated|syntax)\/|value-casts/.test(file))
      yield [file, readFileSync(join(ROOT, file), "utf8")];
  }
}

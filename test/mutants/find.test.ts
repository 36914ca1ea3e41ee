import { describe, expect, test } from "vitest";
import { mutantsIn } from "./find.ts";

/** What changes in a source: the whole switched text, before and after. */
function changes(source: string, ...operators: readonly string[]): readonly string[] {
  return mutantsIn("a.ts", source)
    .filter(({ operator }) => operators.length === 0 || operators.includes(operator))
    .map(({ start, end, replacement }) => `${source.slice(start, end)} → ${replacement}`);
}

describe("each operator finds its places", () => {
  test.each([
    ["condition", "if (a) b;", ["a → true", "a → false"]],
    ["condition", "x = a ? b : c;", ["a → true", "a → false"]],
    ["condition", "while (a) b;", ["a → false"]],
    ["condition", "for (;;) b;", []],
    ["equality", "x = a === b;", ["a === b → a !== b"]],
    ["boundary", "x = a < b;", ["a < b → a <= b"]],
    ["boundary", "x = (a) >= (b);", ["(a) >= (b) → (a) > (b)"]],
    ["logic", "x = a && b;", ["a && b → a || b", "a && b → a", "a && b → b"]],
    ["logic", "x = a ?? b;", ["a ?? b → a", "a ?? b → b"]],
    ["arithmetic", "x = a + b;", ["a + b → a - b"]],
    ["arithmetic", 'x = "a" + b;', []],
    ["unary", "x = !(a && b);", ["!(a && b) → a && b"]],
    ["unary", "x = typeof a;", []],
    ["update", "a.b++; --c;", ["a.b++ → a.b--", "--c → ++c"]],
    ["assignment", "a += b; c ??= d; e = f;", ["a += b → a -= b", "c ??= d → c = d"]],
    ["boolean", "x = true;", ["true → false"]],
    ["number", "x = 7;", ["7 → 8", "7 → 6"]],
    ["number", "x = 97n;", ["97n → 98n", "97n → 96n"]],
    ["string", "x = 'a'; y = ``; z = `b`;", ["'a' → \"\"", "`b` → ``"]],
    ["string", 'x = "";', ['"" → "?"']],
    ["array", "x = [a]; y = [];", ["[a] → []"]],
    ["object", "x = { a }; y = {};", ["{ a } → {}"]],
    ["return", "() => { return a; }", ["a → undefined"]],
    ["return", "() => a", ["a → undefined"]],
    ["return", "() => 1; () => undefined; () => { return; }", []],
    ["method", "x = a.some(b);", ["a.some(b) → a.every(b)"]],
    ["method", "x = a.at(-1);", ["a.at(-1) → a.at(0)"]],
    ["method", "x = (a).filter(b);", ["(a).filter(b) → (a)"]],
    ["statement", "a();", ["a(); → {}"]],
    ["statement", "function a() { return; }", ["return; → {}"]],
    ["block", "() => { a(); }; if (b) {}", ["{ a(); } → {}"]],
    [
      "regex",
      "x = /^a+\\d$/i;",
      [
        "/^a+\\d$/i → /a+\\d$/i",
        "/^a+\\d$/i → /^a+\\d/i",
        "/^a+\\d$/i → /^a\\d$/i",
        "/^a+\\d$/i → /^a+\\D$/i",
        "/^a+\\d$/i → /^a+\\d$/",
      ],
    ],
  ])("%s in %s", (operator, source, expected) => {
    expect(changes(source, operator)).toEqual(expected);
  });
});

test("what cannot stand in brackets is switched with what it belongs to", () => {
  expect(changes("a?.b.c(d);", "optional chain")).toEqual(["a?.b.c(d) → a.b.c(d)"]);
  expect(changes("a?.[0]?.(d);", "optional chain")).toEqual([
    "a?.[0]?.(d) → a?.[0](d)",
    "a?.[0]?.(d) → a[0]?.(d)",
  ]);
  expect(changes("a?.filter(b).c;", "method")).toEqual(["a?.filter(b).c → a.c"]);
  expect(changes("a.filter(b).push(c);", "method")).toEqual([
    "a.filter(b).push(c) → a.filter(b).unshift(c)",
    "a.filter(b) → a",
  ]);
  expect(changes("a[i + 1]++;", "arithmetic")).toEqual(["i + 1 → i - 1"]);
  expect(changes("delete a[b - 1];", "arithmetic")).toEqual(["b - 1 → b + 1"]);
});

test("types, imports, names of properties and what only people read are left alone", () => {
  expect(changes('import a from "b"; export * from "c"; export { d } from "e";')).toEqual([]);
  expect(changes('type A = "a" | 1; interface B { c: [1]; } let d: "e";')).toEqual([]);
  expect(changes('let a = { "b": c, 1: d } as { e: "f" };', "string", "number")).toEqual([]);
  expect(changes('x = message("a", "b", c + 1);', "string")).toEqual([]);
  expect(changes('x = { en: "a", fr: `b` };', "string")).toEqual([]);
  expect(changes('throw new RangeError(a ? "b" : `c`);', "string")).toEqual([]);
  expect(changes('x = say("a", "b");', "string")).toHaveLength(2);
});

test("what TypeScript puts around an expression hides nothing", () => {
  expect(changes("x = (a < b) as boolean;", "boundary")).toEqual(["a < b → a <= b"]);
  expect(changes("x = [1]!.at(-1)! satisfies number;", "method")).toEqual(["[1]!.at(-1) → [1]!.at(0)"]);
});

test("a constructor keeps the call of the one above it", () => {
  expect(changes("class A extends B { constructor() { super(1); } }", "statement", "block")).toEqual([]);
});

test("each has a key of its own, which no change elsewhere touches", () => {
  const source = "x = a < b;\ny = a < b;\n";
  const keys = mutantsIn("a.ts", source).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const later = mutantsIn("a.ts", `z = c === d;\n${source}`).map(({ key }) => key);
  expect(later).toEqual(expect.arrayContaining(keys));
  expect(mutantsIn("b.ts", source).map(({ key }) => key)).not.toEqual(keys);
});

test("tells the line, and what changes, cut short", () => {
  const long = "abcdefghij".repeat(9);
  const [mutant] = mutantsIn("a.ts", `\nx = ${long} ||\n  ${long};\n`).filter(
    ({ operator }) => operator === "logic",
  );
  expect(mutant).toMatchObject({ line: 2, before: expect.stringMatching(/^….* \|\| .*…$/) });
  expect(mutant?.before.length).toBeLessThan(100);
});

test("a source with an error is told", () => {
  expect(() => mutantsIn("a.ts", "x = ;")).toThrow("a.ts: ");
});

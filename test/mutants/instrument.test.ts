import { transformSync } from "esbuild";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { mutantsIn } from "./find.ts";
import { instrumented, type NumberedMutant } from "./instrument.ts";
import { allTexts } from "./repository.ts";
import { SWITCH } from "./switch.ts";

const numbered = (source: string): readonly NumberedMutant[] =>
  mutantsIn("a.ts", source).map((mutant, index) => ({ ...mutant, number: index + 1 }));

/** What a source exports as `result`, with one mutant on, or none (0). */
function resultOf(source: string, on: number): unknown {
  const text = instrumented(source, numbered(source));
  const { code } = transformSync(text, { loader: "ts", format: "cjs" });
  const module = { exports: {} as { readonly result?: unknown } };
  new Function("module", "exports", SWITCH, code)(module, module.exports, (number: number) => number === on);
  return module.exports.result;
}

const SOURCE = `
const seen: string[] = [];
class Shape {
  readonly #sides: readonly number[];
  constructor(...sides: readonly number[]) { this.#sides = sides; }
  get longest(): number | undefined { return this.#sides.toSorted((a, b) => a - b).at(-1); }
  static of(text: string): Shape { return new Shape(...text.split(",").map(Number).filter((one) => one > 0)); }
}
function* upTo(end: number) { for (let i = 0; i < end; i++) { if (i % 2 === 0) continue; yield i; } }
function note(text?: string) { if (!text) return; seen.push(text.trim()); }
note(" a "); note();
const none = ((): Shape | undefined => undefined)();
export const result = {
  longest: Shape.of("3,5,-1").longest, odd: [...upTo(6)], seen: seen.length > 0 && seen[0] || "none",
  chain: none?.longest?.toFixed(1).length ?? "nothing", regex: /^b+/i.test("BBa"), ["a" + (1 + 1)]: ({ a: 1 }) satisfies object,
} as const;
`;

test("with no mutant on, an instrumented source does what it did", () => {
  expect(resultOf(SOURCE, 0)).toEqual({
    longest: 5,
    odd: [1, 3, 5],
    seen: "a",
    chain: "nothing",
    regex: true,
    a2: { a: 1 },
  });
});

test.each([
  [".at(0)", { longest: 3 }],
  ["i % 2 === 0 → i % 2 !== 0", { odd: [0, 2, 4] }],
  ["one > 0 → one <= 0", { longest: -1 }],
  ["text.trim() → text", { seen: " a " }],
  ["seen.push(text.trim()); → {}", { seen: "none" }],
  ["1 + 1 → 1 - 1", { a0: { a: 1 }, a2: undefined }],
  ["{ return new Shape", new TypeError("Cannot read properties of undefined (reading 'longest')")],
  ["none.longest?.", new TypeError("Cannot read properties of undefined (reading 'longest')")],
  ["/^b+/i → /b+/i", { regex: true }],
  ["/^b+/i → /^b+/", { regex: false }],
  ["return; → {}", new TypeError("Cannot read properties of undefined (reading 'trim')")],
])("switched on, “%s” does so, and nothing else", (change, expected) => {
  const mutant = numbered(SOURCE).find(({ before, after }) => `${before} → ${after}`.includes(change));
  const result = () => resultOf(SOURCE, mutant?.number ?? 0);
  if (expected instanceof Error) expect(result).toThrow(expected.message);
  else expect(result()).toEqual({ ...(resultOf(SOURCE, 0) as object), ...expected });
});

test("every source of the engine can be read with all its mutants in it", () => {
  const texts = allTexts();
  const files = [...texts].filter(([file]) => /^server\/src\/(?!.*\.test\.ts$)/.test(file));
  const broken = files.flatMap(([file, source]) => {
    const { errors } = parseSync(file, instrumented(source, numbered(source)));
    return errors.map(({ message }) => `${file}: ${message}`);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

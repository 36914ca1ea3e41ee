/** Every statement of the booklet is covered: by a key, a right, a rule or a step of the checklist. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Answer, answers, figures, isAnswered, kinds } from "./support/traceability.ts";

const BOOKLET = join(import.meta.dirname, "fixtures/booklet.tsv");
const all = answers();

test("the listed statements are those of the booklet, with their kinds", () => {
  const [, ...rows] = readFileSync(BOOKLET, "utf8").trim().split("\n");
  const seed = rows
    .map((row) => row.split("\t"))
    .map(([id = "", kind = "", depends = ""]) => ({ id, kind, depends }));
  const listed = (one: { readonly id: string; readonly kind: string }) => `${one.id} ${one.kind}`;
  expect(all.map(listed).sort()).toEqual(seed.map(listed).sort());
  const dependent = seed.filter(({ kind, depends }) => kind === "setting" && depends.trim() !== "");
  expect(all.filter(({ kind, guarded }) => kind === "setting" && guarded).map(({ id }) => id)).toEqual(
    dependent.map(({ id }) => id).sort(),
  );
});

test("each statement is listed once, and all references are to listed statements", () => {
  const listed = Object.values(kinds).flat();
  expect(listed.filter((id, index) => listed.indexOf(id) !== index)).toEqual([]);
  expect(all.filter(({ kind }) => kind === "").map(({ id }) => id)).toEqual([]);
});

test("each statement is covered as its kind requires", () => {
  const answered = all.filter(isAnswered);
  process.stdout.write(`${answered.length} of ${all.length} answered\n`);
  expect(all.filter((one) => !isAnswered(one))).toEqual([]);
});

const ANSWER: Answer = {
  id: "S01-01",
  kind: "setting",
  keys: ["a"],
  rights: 0,
  rules: [],
  steps: [],
  guarded: false,
};

test.each<[string, Partial<Answer>, boolean]>([
  ["a setting with a key", {}, true],
  ["a setting with a right", { keys: [], rights: 1 }, true],
  ["a setting with a step alone", { keys: [], steps: ["x"] }, false],
  ["a constraint with a rule", { kind: "constraint", keys: [], rules: ["x"] }, true],
  ["a constraint with nothing", { kind: "constraint", keys: [] }, false],
  ["an action with a key alone", { kind: "action" }, false],
  ["a check with a step", { kind: "check", keys: [], steps: ["x"] }, true],
  ["information with nothing", { kind: "info", keys: [] }, false],
  ["information with a step", { kind: "info", keys: [], steps: ["x"] }, true],
])("%s is covered, or not", (_, part, answered) => {
  expect(isAnswered({ ...ANSWER, ...part })).toBe(answered);
});

test("TRACEABILITY.md shows the current figures", async () => {
  await expect(figures(all)).toMatchFileSnapshot("../schemas/TRACEABILITY.md");
});

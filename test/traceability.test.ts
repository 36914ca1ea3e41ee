/** Nothing that the booklet states is left out: each statement is a key, a right, a rule or a step of the checklist. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleById } from "../server/src/rules/index.ts";
import { answers, figures, guards, isAnswered, kinds } from "./support/traceability.ts";

const BOOKLET = join(import.meta.dirname, "fixtures/booklet.tsv");
const all = answers();

test("the statements are those of the booklet, with their kinds", () => {
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

test("each is listed once, and what names one names one that is listed", () => {
  const listed = Object.values(kinds).flat();
  expect(listed.filter((id, index) => listed.indexOf(id) !== index)).toEqual([]);
  expect(all.filter(({ kind }) => kind === "").map(({ id }) => id)).toEqual([]);
});

test("each is answered by what its kind needs", () => {
  const answered = all.filter(isAnswered);
  process.stdout.write(`${answered.length} of ${all.length} answered\n`);
  expect(all.filter((one) => !isAnswered(one))).toEqual([]);
});

test("each that rules have to guard says which rule does, or why none can", () => {
  const open = all.filter(({ guarded, rules, guard }) => guarded && rules.length === 0 && !guard);
  expect(open.map(({ id }) => id)).toEqual([]);
  const needless = all.filter(({ guarded, rules, guard }) => guard && (!guarded || rules.length > 0));
  expect(needless.map(({ id }) => id)).toEqual([]);
  for (const [id, { rules = [], none }] of Object.entries(guards)) {
    expect(
      rules.filter((rule) => !ruleById.has(rule)),
      id,
    ).toEqual([]);
    expect(rules.length > 0, id).toBe(none === undefined);
    expect(
      all.some((one) => one.id === id),
      id,
    ).toBe(true);
  }
});

test("the figures that are shown are these", async () => {
  await expect(figures(all)).toMatchFileSnapshot("../schemas/TRACEABILITY.md");
});

/** The statements of the sources on which settings depend on each other, and what answers each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ruleById } from "../server/src/rules/index.ts";
import { constraints } from "../server/src/schema/generated/constraints.ts";
import { type ReviewedStatement, reviewFaults, reviewTable } from "./support/constraints-reviewed.ts";

const FILE = join(import.meta.dirname, "../schemas/constraints-reviewed.yaml");
const reviewed: Readonly<Record<string, readonly ReviewedStatement[]>> = parse(readFileSync(FILE, "utf8"));
const lines = new Set(constraints.map(({ id }) => id));
const others = new Set([...ruleById.keys()].filter((id) => !lines.has(id)));

test("each statement has a line, a rule, or a reason why neither; and each line comes from a statement", () => {
  expect(reviewFaults(reviewed, lines, others)).toEqual([]);
});

test.each<[string, ReviewedStatement, string]>([
  ["nothing", {}, "nothing answers it"],
  ["a line and a reason", { line: "a-line", none: "why" }, "a line, a rule and a reason exclude each other"],
  ["a line that does not exist", { line: "b-line" }, "there is no line b-line"],
  ["a rule that is a line", { rule: "a-line" }, "there is no rule a-line"],
  ["no source", { line: "a-line", from: [] }, "no source"],
])("a statement with %s is found", (_, part, fault) => {
  const statement = { statement: "s", from: ["S01-01"], ...part };
  expect(reviewFaults({ edt: [statement] }, new Set(["a-line"]), new Set(["a-rule"]))).toContain(
    `edt, s: ${fault}`,
  );
});

test("a line that no statement names is found", () => {
  expect(reviewFaults({}, new Set(["a-line"]), new Set())).toEqual(["a-line: no statement"]);
});

test("CONSTRAINTS.md shows them", async () => {
  await expect(reviewTable(reviewed)).toMatchFileSnapshot("../schemas/CONSTRAINTS.md");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { equivalentsOf, names, staleAmong } from "./equivalents.ts";
import { mutantsIn } from "./find.ts";
import { FOLDERS, MutationError, optionsOf } from "./options.ts";
import { tableOf, unnoticedIn } from "./report.ts";

const mutant = mutantsIn("a.ts", "\nx = a < b;\n").find(({ operator }) => operator === "boundary")!;

test("a table counts by folder; the score leaves out what cannot be found", () => {
  const judged = (
    [
      ["model", "killed"],
      ["model", "killed"],
      ["model", "survived"],
      ["model", "equivalent"],
      ["rules", "timeout"],
      ["rules", "no coverage"],
    ] as const
  ).map(([folder, status]) => ({ folder, status, mutant }));
  expect(`\n${tableOf(judged, ["model", "rules"])}`).toBe(`
folder  mutants  killed  timeout  survived  no coverage  equivalent   score
model         4       2        0         1            0           1  66.7 %
rules         2       0        1         0            1           0  50.0 %
all           6       2        1         1            1           1  60.0 %`);
  expect(tableOf([{ folder: "model", status: "equivalent", mutant }], ["model"])).toContain("-");
});

test("what no test noticed is told with its place, in the order of the text", () => {
  const at = (file: string, line: number) => ({ ...mutant, file, line });
  const judged = [
    { folder: "x", status: "survived", mutant: at("b.ts", 1) },
    { folder: "x", status: "no coverage", mutant: at("a.ts", 10) },
    { folder: "x", status: "survived", mutant: at("a.ts", 9) },
    ...(["killed", "timeout", "equivalent"] as const).map((status) => ({ folder: "x", status, mutant })),
  ] as const;
  expect(unnoticedIn(judged)).toEqual([
    "survived     a.ts:9  boundary: a < b → a <= b",
    "no coverage  a.ts:10  boundary: a < b → a <= b",
    "survived     b.ts:1  boundary: a < b → a <= b",
  ]);
});

test("the command line says which mutants, and what it does not know is told", () => {
  expect(optionsOf([])).toMatchObject({ folders: FOLDERS, sample: 150, seed: 1, fresh: false });
  expect(optionsOf(["--folder", "model", "--folder", "base", "--sample", "10", "--seed", "3"])).toMatchObject(
    {
      folders: ["model", "base"],
      sample: 10,
      seed: 3,
    },
  );
  expect(optionsOf(["--all"]).sample).toBe(Number.POSITIVE_INFINITY);
  for (const wrong of [["--sample", "0"], ["--seed", "x"], ["--nothing"], ["model"], ["--folder"]])
    expect(() => optionsOf(wrong)).toThrow(MutationError);
});

test("an entry of equivalent mutants names a mutant, and says why", () => {
  const text = "- { file: a.ts, before: a < b, after: a <= b, why: never equal }\n";
  expect(equivalentsOf(text).map((one) => names(one, mutant))).toEqual([true]);
  expect(equivalentsOf("[]")).toEqual([]);
  expect(() => equivalentsOf("- { file: a.ts, before: a, after: b }")).toThrow("entry 1");
});

test("an entry that names no mutant any more is told", () => {
  const [one, other] = equivalentsOf(
    "- { file: a.ts, before: a < b, after: a <= b, why: x }\n- { file: a.ts, before: a < c, after: a <= c, why: x }\n",
  );
  expect(staleAmong([one!, other!], [mutant])).toEqual([other]);
});

test("equivalent.yaml can be read", () => {
  const text = readFileSync(join(import.meta.dirname, "equivalent.yaml"), "utf8");
  expect(equivalentsOf(text)).not.toEqual([]);
});

import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { countReads } from "../../../test/support/reads.ts";
import { Analysis } from "../analysis/analysis.ts";
import { establishmentOf } from "../model/establishment.ts";
import { mapsIn } from "../schema/value.ts";
import { editFile } from "../syntax/file.ts";
import { checking } from "./checking.ts";

const CLASSES = Array.from({ length: 600 }, (_, at) => `  C${at}: { niveau: n${at}, libelle: c }\n`);
const SCHOOL = `niveaux: { 6e: {} }\nclasses:\n${CLASSES.join("")}`;

test("between two pauses of a check, the rules look at few things of an establishment", () => {
  const { workspace, context } = fixture(SCHOOL);
  const classes = [...mapsIn(establishmentOf(context.snapshot).value.get("classes"))];
  const reads = countReads(
    classes.flatMap(({ value }) => [...value.entries.values()]),
    "value",
  );
  const analysis = new Analysis();
  const work = checking(analysis, workspace, []);
  let [most, before, parts] = [0, 0, 0];
  for (let isDone = false; !isDone; parts++) {
    isDone = work.next().done === true;
    most = Math.max(most, reads() - before);
    before = reads();
  }
  expect(parts).toBeGreaterThan(CLASSES.length);
  // What is found is collected at the end.
  expect(most).toBeLessThan(reads() / 2);
  const all = reads();
  for (const _ of checking(analysis, workspace, []));
  expect(reads()).toBe(all);
});

test("a check in parts that another revision interrupts finds what a check of the last text finds", () => {
  const { workspace, context } = fixture(SCHOOL);
  const { file } = context;
  const analysis = new Analysis();
  const first = checking(analysis, workspace, []);
  for (let part = 0; part < CLASSES.length / 2; part++) first.next();
  const at = { line: 0, character: "niveaux: { ".length };
  const now = editFile(file, [{ range: { start: at, end: at }, newText: "n5: {}, " }]);
  const after = workspace.with([[now.uri, now]]);
  const second = checking(analysis, after, []);
  // Both go on for a while, and the first never ends.
  for (let part = 0; part < CLASSES.length / 4; part++) [first, second].map((work) => work.next());
  for (const _ of second);
  const found = (by: Analysis) =>
    by
      .findingsOf(after)
      .get(file.uri)
      ?.map(({ id, message }) => [id, message]);
  expect(found(analysis)).toEqual(found(new Analysis()));
  // Of the niveaux, only that of one class exists now.
  expect(found(analysis)?.filter(([id]) => id === "unknown-reference")).toHaveLength(CLASSES.length - 1);
});

test("after a keystroke a check has as few parts as there are establishments", () => {
  const { workspace, context } = fixture(SCHOOL);
  const analysis = new Analysis();
  expect(partsOf(checking(analysis, workspace, []))).toBeGreaterThan(CLASSES.length);
  const at = { line: 300, character: "  C298: { ".length };
  const now = editFile(context.file, [{ range: { start: at, end: at }, newText: "mef: x, " }]);
  expect(partsOf(checking(analysis, workspace.with([[now.uri, now]]), []))).toBeLessThan(5);
});

function partsOf(work: Generator<void, unknown>): number {
  let parts = 1;
  while (work.next().done !== true) parts++;
  return parts;
}

import { expect, test, vi } from "vitest";
import { Analysis } from "../analysis/analysis.ts";
import { ChecklistWatcher } from "./checklist-watch.ts";
import { DocumentStore } from "./document-store.ts";

const FOLDER = "file:///ecole/";
const MARKER = `${FOLDER}etablissement.pronote.yaml`;
const HERE = "hebergement: { mode: heberge }\n";
const ELSEWHERE = "hebergement: { mode: non-heberge }\n";
const SCHOOL = "etablissement: { rne: 0759998K, nom: Tilleuls, type: college, annee-scolaire: 2026-2027 }\n";

function watched() {
  const store = new DocumentStore();
  const isLate = vi.fn();
  const write = (text: string) => store.take([{ uri: MARKER, text: `${SCHOOL}${text}` }]);
  write(HERE);
  const watcher = new ChecklistWatcher({ analysis: new Analysis(), store, language: () => "en", isLate });
  /** What a round does at its end. */
  const compared = () => watcher.isOther(store.workspace, "en");
  const isOther = () => ended(compared());
  return { store, watcher, write, isLate, compared, isOther };
}

function ended(work: Generator<void, boolean>): boolean {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

test("nothing is another for a client that asked for nothing", () => {
  const { write, isOther } = watched();
  write(ELSEWHERE);
  expect(isOther()).toBe(false);
});

test("a change is told once", async () => {
  const { watcher, write, isOther } = watched();
  await watcher.totals();
  expect(isOther()).toBe(false);
  write(ELSEWHERE);
  expect([isOther(), isOther()]).toEqual([true, false]);
});

test("what came and went again is told to a client that has seen it of one establishment", async () => {
  const { store, watcher, write, isOther } = watched();
  const [before] = await watcher.totals();
  write(ELSEWHERE);
  const [seen] = watcher.one(store.workspace.snapshots[0]?.folder ?? "");
  expect(seen?.revision).not.toBe(before?.revision);
  write(HERE);
  expect(isOther()).toBe(true);
  const [after] = watcher.one(store.workspace.snapshots[0]?.folder ?? "");
  expect(after?.revision).toBe(before?.revision);
});

test("an answer that is late is compared again", async () => {
  const { watcher, write, isLate, isOther } = watched();
  await watcher.totals();
  write(ELSEWHERE);
  const late = watcher.totals();
  write(HERE);
  expect(isOther()).toBe(false);
  await late;
  expect(isLate).toHaveBeenCalledOnce();
  expect(isOther()).toBe(true);
});

test("an answer that comes while a round compares is what the round compares with", async () => {
  const { watcher, write, compared } = watched();
  await watcher.totals();
  write(ELSEWHERE);
  const late = watcher.totals();
  write(HERE);
  const round = compared();
  round.next();
  await late;
  expect(ended(round)).toBe(true);
});

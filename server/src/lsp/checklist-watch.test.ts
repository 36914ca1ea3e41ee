import { expect, test, vi } from "vitest";
import { Analysis } from "../analysis/analysis.ts";
import type { Language } from "../base/message.ts";
import { ChecklistWatcher } from "./checklist-watch.ts";
import { DocumentStore } from "./document-store.ts";
import { Withdrawal } from "./withdrawal.ts";

const FOLDER = "file:///ecole/";
const MARKER = `${FOLDER}etablissement.pronote.yaml`;
const HERE = "hebergement: { mode: heberge }\n";
const ELSEWHERE = "hebergement: { mode: non-heberge }\n";
const SCHOOL = "etablissement: { rne: 0759998K, nom: Tilleuls, type: college, annee-scolaire: 2026-2027 }\n";

function watched() {
  const store = new DocumentStore();
  const again = vi.fn();
  let revision = 0;
  const settings: { language: Language } = { language: "en" };
  const write = (text: string) => {
    revision++;
    store.take([{ uri: MARKER, text: `${SCHOOL}${text}` }]);
  };
  write(HERE);
  const watcher = new ChecklistWatcher({
    analysis: new Analysis(),
    store,
    language: () => settings.language,
    rounds: { workspace: () => store.workspace, revision: () => revision, again },
  });
  const setLanguage = (language: Language) => {
    revision++;
    settings.language = language;
  };
  /** What a round does at its end. */
  const compared = () => watcher.isOther(store.workspace, settings.language);
  const isOther = () => ended(compared());
  return { store, watcher, write, setLanguage, again, compared, isOther };
}

function ended(work: Generator<void, boolean>): boolean {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

test("nothing is another for a client that asked for nothing", () => {
  const { write, isOther } = watched();
  write(ELSEWHERE);
  expect(isOther()).toBe(false);
});

test("a client that was refused an answer is told when there is one, once", async () => {
  const { watcher, isOther } = watched();
  watcher.refused();
  expect([isOther(), isOther()]).toEqual([true, false]);
  await watcher.totals({});
  watcher.refused();
  expect(isOther()).toBe(false);
});

test("a change is told once", async () => {
  const { watcher, write, isOther } = watched();
  await watcher.totals({});
  expect(isOther()).toBe(false);
  write(ELSEWHERE);
  expect([isOther(), isOther()]).toEqual([true, false]);
});

test("what came and went again is told to a client that has seen it of one establishment", async () => {
  const { store, watcher, write, isOther } = watched();
  const [before] = await watcher.totals({});
  write(ELSEWHERE);
  const [seen] = watcher.one(store.workspace.snapshots[0]?.folder ?? "");
  expect(seen?.revision).not.toBe(before?.revision);
  write(HERE);
  expect(isOther()).toBe(true);
  const [after] = watcher.one(store.workspace.snapshots[0]?.folder ?? "");
  expect(after?.revision).toBe(before?.revision);
});

test("an answer that is late is compared again", async () => {
  const { watcher, write, again, isOther } = watched();
  await watcher.totals({});
  write(ELSEWHERE);
  const late = watcher.totals({});
  write(HERE);
  expect(isOther()).toBe(false);
  await late;
  expect(again).toHaveBeenCalledOnce();
  expect(isOther()).toBe(true);
});

test("an answer that comes while a round compares is what the round compares with", async () => {
  const { watcher, write, compared } = watched();
  await watcher.totals({});
  write(ELSEWHERE);
  const late = watcher.totals({});
  write(HERE);
  const round = compared();
  round.next();
  await late;
  expect(ended(round)).toBe(true);
});

test("an answer is of one language, and is compared again where that became another meanwhile", async () => {
  const { watcher, setLanguage, again, isOther } = watched();
  const late = watcher.list({});
  setLanguage("fr");
  expect(isOther()).toBe(false);
  expect((await late)[0]?.phases[0]?.title).toMatch(/^Before/);
  expect(again).toHaveBeenCalledOnce();
  expect(isOther()).toBe(true);
});

test("an answer that is cancelled is none that the client received", async () => {
  const { store, watcher, isOther, write } = watched();
  const others = Array.from({ length: 200 }, (_, at) => ({
    uri: `file:///e${at}/etablissement.pronote.yaml`,
    text: SCHOOL,
  }));
  store.take(others);
  const token = { isCancellationRequested: true, onCancellationRequested: () => ({ dispose() {} }) };
  await expect(watcher.totals({ token })).rejects.toThrow(Withdrawal);
  write(ELSEWHERE);
  expect(isOther()).toBe(false);
});

test("establishments come as people count, not by their paths", async () => {
  const store = new DocumentStore();
  const names = ["École 2", "École 9", "École 10"];
  store.take(
    names.map((name) => ({
      uri: `file:///${name.slice("École ".length)}/etablissement.pronote.yaml`,
      text: SCHOOL.replace("Tilleuls", name),
    })),
  );
  const watcher = new ChecklistWatcher({
    analysis: new Analysis(),
    store,
    language: () => "fr",
    rounds: { workspace: () => store.workspace, revision: () => 0, again: () => undefined },
  });
  expect((await watcher.totals({})).map(({ name }) => name)).toEqual(names);
});

import { expect, onTestFinished, test, vi } from "vitest";
import { Workspace } from "../model/workspace.ts";
import { AnswerWatch } from "./answer-watch.ts";
import { Withdrawal } from "./withdrawal.ts";

/** A watch of answers that tell one word; each is made in several slices. */
function watched(most = 1) {
  // Each look at the clock finds that a slice is over.
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    now += 20;
    return now;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  const state = { word: "one", revision: 0, workspace: Workspace.empty([], "") };
  const changed = vi.fn();
  const again = vi.fn();
  const words = new WeakMap<Workspace, string>();
  const write = (word: string) => {
    state.revision++;
    state.workspace = Workspace.empty([], "");
    words.set(state.workspace, word);
  };
  write("one");
  const watch = new AnswerWatch<string, string>(
    {
      *answer(workspace, name) {
        yield;
        return `${name}: ${words.get(workspace)}`;
      },
      changed,
      most,
    },
    { workspace: () => state.workspace, revision: () => state.revision, again },
  );
  /** What a round does at its end. */
  const round = () => {
    const work = watch.compare(state.workspace);
    while (!work.next().done);
  };
  return { watch, write, round, changed, again };
}

test("a change is told once, to whom asked", async () => {
  const { watch, write, round, changed } = watched();
  round();
  expect(await watch.answer("a", {})).toBe("a: one");
  round();
  expect(changed).not.toHaveBeenCalled();
  write("two");
  round();
  write("three");
  round();
  expect(changed.mock.calls).toEqual([["a"]]);
});

test("an answer that a round overtakes is compared again", async () => {
  const { watch, write, round, changed, again } = watched();
  const late = watch.answer("a", {});
  write("two");
  round();
  expect(await late).toBe("a: one");
  expect(again).toHaveBeenCalledOnce();
  expect(changed).not.toHaveBeenCalled();
  round();
  expect(changed).toHaveBeenCalledOnce();
});

test("an answer that comes while a round compares counts, and not the one before it", async () => {
  const { watch, write, changed } = watched();
  await watch.answer("a", {});
  write("two");
  const work = watch.compare(Workspace.empty([], ""));
  work.next();
  const answer = watch.answer("a", {});
  write("one");
  await answer;
  while (!work.next().done);
  expect(changed).toHaveBeenCalledOnce();
});

test("a cancelled answer is none", async () => {
  const { watch, write, round, changed } = watched();
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  const answer = watch.answer("a", { token });
  token.isCancellationRequested = true;
  await expect(answer).rejects.toThrow(Withdrawal);
  write("two");
  round();
  expect(changed).not.toHaveBeenCalled();
});

test("only the last answers are watched, each by its parameters", async () => {
  const { watch, write, round, changed } = watched(2);
  for (const name of ["a", "b", "a", "c"]) await watch.answer(name, {});
  write("two");
  round();
  expect(changed.mock.calls.flat()).toEqual(["a", "c"]);
});

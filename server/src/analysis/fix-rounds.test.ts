import { expect, test } from "vitest";
import { message } from "../base/message.ts";
import { parseFile, rangeOf } from "../syntax/file.ts";
import type { Fix } from "../syntax/problem.ts";
import { type CheckedTexts, fixRounds, sureFixOf } from "./fix-rounds.ts";

const URI = "file:///a.pronote.yaml";
const file = parseFile(URI, "abcdefgh\nijkl\n");
const title = message("x");

function fixAt(line: number, col: number, endLine: number, endCol: number, newText = "x"): Fix {
  return {
    title,
    safety: "sure",
    edits: [{ at: { block: file.root, line, col, endLine, endCol }, newText }],
  };
}

function checked(...fixes: Fix[]): CheckedTexts {
  const findings = fixes.map((fix) => ({ fixes: [fix] }));
  return { findings, rangeOf: (at) => rangeOf(file, at) };
}

test("of edits that overlap or start at the same position, the second is left for the next round", () => {
  const taken = (...fixes: Fix[]) => fixRounds(checked(...fixes), () => true).next().value;
  const countOf = (...fixes: Fix[]) =>
    [taken(...fixes)].flatMap((edits) => (typeof edits === "number" ? [] : edits.get(URI)?.length));
  const first = fixAt(0, 2, 0, 4);
  // What is put in where another is put in, or begins: their order would be anyone's guess.
  expect(countOf(fixAt(0, 2, 0, 2), fixAt(0, 2, 0, 2))).toEqual([1]);
  expect(countOf(first, fixAt(0, 2, 0, 2))).toEqual([1]);
  expect(countOf(fixAt(0, 2, 0, 2), first)).toEqual([1]);
  expect(countOf(first, fixAt(0, 3, 0, 5))).toEqual([1]);
  expect(countOf(first, fixAt(0, 0, 0, 3))).toEqual([1]);
  expect(countOf(first, fixAt(0, 0, 1, 1))).toEqual([1]);
  expect(countOf(fixAt(0, 0, 1, 2), fixAt(1, 1, 1, 3))).toEqual([1]);
  expect(countOf(first, fixAt(0, 4, 0, 6), fixAt(0, 0, 0, 2), fixAt(1, 2, 1, 4))).toEqual([4]);
});

test("counts the fixes of all rounds, and ends when none is left", () => {
  const rounds = fixRounds(checked(fixAt(0, 0, 0, 1), fixAt(0, 0, 0, 2), fixAt(1, 0, 1, 1)), () => true);
  expect(rounds.next()).toMatchObject({ done: false });
  expect(rounds.next(checked(fixAt(0, 0, 0, 2)))).toMatchObject({ done: false });
  expect(rounds.next(checked())).toEqual({ done: true, value: 3 });
});

test("two rules that undo each other's fixes cause no endless loop", () => {
  const rounds = fixRounds(checked(fixAt(0, 0, 0, 1)), () => true);
  let round = rounds.next();
  for (let count = 0; count < 100 && !round.done; count++) round = rounds.next(checked(fixAt(0, 0, 0, 1)));
  expect(round).toEqual({ done: true, value: 10 });
});

test("a fix with an edit in no file is left out as a whole", () => {
  const fix = { ...fixAt(0, 0, 0, 1), edits: [...fixAt(0, 0, 0, 1).edits, ...fixAt(1, 0, 1, 1).edits] };
  const { findings } = checked(fix);
  const rangeOfFirst: CheckedTexts["rangeOf"] = (at) => (at.line === 0 ? rangeOf(file, at) : undefined);
  expect(fixRounds({ findings, rangeOf: rangeOfFirst }, () => true).next()).toEqual({ done: true, value: 0 });
});

test("only fixes that are sure and change allowed files are applied automatically", () => {
  const sure = fixAt(0, 0, 0, 1);
  const probable: Fix = { ...sure, safety: "probable" };
  const sureIn = (fixes: readonly Fix[], mayChange = true) =>
    sureFixOf({ fixes }, (uri) => uri === URI && mayChange);
  expect(sureIn([probable, sure])).toBe(sure);
  expect(sureIn([probable])).toBeUndefined();
  expect(sureIn([sure], false)).toBeUndefined();
  expect(sureIn([{ ...sure, edits: [] }])).toBeUndefined();
  expect(sureIn([{ ...sure, creates: [{ uri: "file:///b.pronote.yaml", text: "" }] }])).toBeUndefined();
  expect(sureFixOf({}, () => true)).toBeUndefined();
});

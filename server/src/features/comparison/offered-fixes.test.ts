import { describe, expect, test } from "vitest";
import {
  comparedIn,
  fixed,
  listWith,
  ROWS,
  replaced,
  SCHOOL,
} from "../../../../test/support/difference-fixes.ts";
import { fixture, ROOT } from "../../../../test/support/fixture.ts";
import { edited } from "../../../../test/support/workspace-edit.ts";
import { finished } from "../../base/finished.ts";
import type { ListedDifference } from "../compare-protocol.ts";
import { compare } from "./compare.ts";
import { compareFix } from "./compare-fix.ts";

describe("a difference that is accepted", () => {
  test.each<[string, string, string]>([
    [
      "a value",
      replaced("6E1\tFRANÇAIS\tMARTIN Alice\t3", "6E1\tFRANÇAIS\tMARTIN Alice\t1"),
      "classes/6E1/services/FRANC/coefficient: parce que",
    ],
    ["a service that is missing", replaced(`${ROWS[4]}`, ""), "classes/6E2/services/MATHS: parce que"],
    [
      "a row that nothing wants",
      listWith((text) => `${text}\n6E2\tLATIN/GREC\tMARTIN Alice\t1\t\t`),
      "classes/6E2/services/LATIN~1GREC: parce que",
    ],
    [
      "one that is there twice",
      listWith((text) => `${text}\n${ROWS[4]}`),
      "classes/6E2/services/MATHS: parce que",
    ],
  ])("%s", (_, list, line) => {
    const after = fixed(list, 0, /^Accept/);
    expect(after.fix.asksReason).toBe(true);
    expect(after.lines.at(-1)).toBe(`correspondances.pronote.yaml:     ${line}`);
    expect(after.left).toEqual([]);
  });

  test("and no other of the same class with it", () => {
    const list = listWith(
      (text) => `${text}\n6E2\tLATIN\tMARTIN Alice\t1\t\t\n6E2\tGREC\tMARTIN Alice\t1\t\t`,
    );
    expect(fixed(list, 0, /^Accept/).left).toEqual(["- 6E2: “GREC” is in PRONOTE only"]);
  });

  test("a reason stays a text, on one line", () => {
    const list = replaced(`${ROWS[4]}`, "");
    expect(fixed(list, 0, /^Accept/, { reason: "a: b\n - {c" }).lines.at(-1)).toMatch(/: "a: b - \{c"$/);
  });
});

describe("what is kept", () => {
  const list = replaced("6E2\tMATHÉMATIQUES\tROUX Zoé", "6E2\tMATHÉMATIQUES\tMARTIN Alice");

  test("changes nothing where nobody said that it is done", () => {
    const after = fixed(list, 0, /^Keep/);
    expect([after.lines, after.left.length]).toEqual([[], 1]);
  });

  test("opens the step again that was ticked", () => {
    const source = `${SCHOOL}#- deroulement.pronote.yaml\nderoulement:\n  professeurs-des-services: { fait: 2026-08-20, annee: 2026-2027 }\n`;
    const { context, texts } = fixture(source);
    const fix = finished(compare(context, { text: list })).compared?.differences[0]?.fixes.find(({ title }) =>
      /^Keep/.test(title),
    );
    expect(fix?.title).toMatch(/; reopens “/);
    const edit = compareFix(context, { establishment: ROOT, change: fix?.change ?? {} });
    expect(edited(texts, edit!).get(`${ROOT}/deroulement.pronote.yaml`)).not.toContain("fait:");
  });
});

test("each difference has its fixes; what the list does not say is not offered", () => {
  const titles = (one: ListedDifference | undefined) => one?.fixes.map(({ title }) => title.split(/[:,]/)[0]);
  const [twice] = comparedIn(
    SCHOOL,
    listWith((text) => `${text}\n${ROWS[4]}`),
  ).differences;
  expect(titles(twice)).toEqual(["Keep what is written here", "Accept this difference"]);
  const [stranger] = comparedIn(
    SCHOOL,
    listWith((text) => `${text}\n6E2\tTECHNOLOGIE\tNEW Bob\t2\t\t`),
  ).differences;
  expect(titles(stranger)).toEqual(["Keep what is written here", "Accept this difference"]);
});

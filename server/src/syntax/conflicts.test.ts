import { expect, test } from "vitest";
import { fixesOf, toldOf } from "../../../test/support/slips.ts";

test("a git conflict is reported once, with a fix for each version", () => {
  const text = 'a:\n  v: 0\n<<<<<<< HEAD\n  x: 1\n=======\n  x: 2\n>>>>>>> autre\n  y: 1\nb: "\n';
  expect(toldOf(text).map(({ at }) => at)).toEqual(["<<<<<<< HEAD"]);
  expect(fixesOf(text).map((fix) => fix.text)).toEqual([
    'a:\n  v: 0\n  x: 1\n  y: 1\nb: "\n',
    'a:\n  v: 0\n  x: 2\n  y: 1\nb: "\n',
  ]);
  expect(
    fixesOf("<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> autre\nb: 1\n").map(
      (fix) => fix.text,
    ),
  ).toEqual(["a: 1\nb: 1\n", "a: 2\nb: 1\n"]);
});

test("both versions can stay if they are entries with different keys; what they had in common goes", () => {
  const [both] = fixesOf(
    "d:\n<<<<<<< HEAD\n  # lu\n  a: { x: 1 }\n||||||| base\n  z: 0\n=======\n  b:\n    x: 1\n>>>>>>> autre\n  c: 1\n",
  );
  expect(both?.text).toBe("d:\n  # lu\n  a: { x: 1 }\n  b:\n    x: 1\n  c: 1\n");
  for (const one of ["  b: 1", "- b", "  text", ""]) {
    const text = `d:\n<<<<<<< HEAD\n  b: 1\n=======\n${one}\n>>>>>>> autre\n`;
    expect(fixesOf(text), one).toHaveLength(2);
  }
});

const LEFT =
  "Git left this line when it could not merge two versions; its other marks are gone. Check what stands around it, then remove it.";

test.each(["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> autre", ">>>>>>> autre\r"])(
  "a line that is left of a conflict is reported alone, and can be removed: %s",
  (line) => {
    for (const [before, after] of [
      ["d:\n  a: { x: 1 }\n", "  b: { x: 1 }\n"],
      ["", "a: 1\n"],
      ["a: 1\n", ""],
      ["a: 1\n", "b: 1\n"],
    ] as const) {
      const text = `${before}${line}\n${after}`;
      expect(toldOf(text), text).toMatchObject([{ at: line.trim(), says: LEFT, fixed: before + after }]);
    }
  },
);

test("several of them are one problem; a conflict that is whole stays one", () => {
  const halves = "d:\n  a: 1\n=======\n  b: 1\n>>>>>>> autre\n  c: 1\n";
  expect(toldOf(halves)).toMatchObject([{ at: "=======", fixed: "d:\n  a: 1\n  b: 1\n  c: 1\n" }]);
  const whole = "<<<<<<< a\nd: 1\n=======\nd: 2\n>>>>>>> b\n";
  expect(toldOf(`<<<<<<< a\nc: 1\n${whole}`).map(({ at }) => at)).toEqual(["<<<<<<< a", "<<<<<<< a"]);
  expect(toldOf(whole + whole.replaceAll("d", "e"))).toHaveLength(2);
});

test("what only looks like such a line is none", () => {
  expect(toldOf("b: |\n  =======\n  >>>>>>> x\n# =======\nc:\n  <<<<<<<: 1\n")).toEqual([]);
});

import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { folding } from "./folding.ts";

function folds(source: string): string[] {
  return folding(fixture(source).context).map(
    ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ""}`,
  );
}

test("entries, flow collections and scalars of several lines can be folded", () => {
  expect(
    folds(
      "classes:\n  6A:\n    niveau: 6e\n\n  6B: {\n    niveau: 6e\n  }\nrgpd:\n  conservation: |\n    un\n    deux\n\nlicence: {}\n",
    ),
  ).toEqual(["1-7", "2-3", "5-7", "8-11", "9-11"]);
});

test("comments and regions can be folded", () => {
  expect(folds("# un\n# deux\nedt: {}\n# seul\n# region Classes\nclasses:\n  6A: {}\n# endregion\n")).toEqual(
    ["6-7", "1-2 comment", "5-8 region"],
  );
});

test("text in a scalar of several lines is neither a comment nor a region", () => {
  expect(
    folds(
      "rgpd:\n  conservation: |\n    # un\n    # deux\n    # region X\n  registre: 'a\n    # b\n    # endregion'\n",
    ),
  ).toEqual(["1-8", "2-5", "6-8"]);
});

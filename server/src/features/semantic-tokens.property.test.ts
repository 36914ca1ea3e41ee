import { expect, test } from "vitest";
import { always } from "../../../test/support/edits.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { expectLinear } from "../../../test/support/growth.ts";
import { semanticTokens } from "./semantic-tokens.ts";

test("the time of semantic tokens grows no faster than the file", () => {
  expectLinear(
    (size) => {
      const classes = Array.from(
        { length: size / 8 },
        (_, at) => `  C${at}: { niveau: 6e, libelle: ${at} }\n`,
      );
      const { context } = fixture(`classes:\n${classes.join("")}`);
      return { ...context, findingsIn: () => new Map() };
    },
    (context) => semanticTokens(context),
  );
});

test("those of a range are those of the file that are on its lines", () => {
  const { context } = fixture("");
  let found = 0;
  always((file) => {
    const of = { ...context, file, findingsIn: () => new Map() };
    const all = semanticTokens(of);
    const { lines } = file.root;
    for (const [from, to] of [
      [0, 0],
      [1, 30],
      [Math.floor(lines / 2), lines - 3],
      [lines - 1, lines + 5],
    ] as const) {
      const range = {
        start: { line: Math.max(0, from), character: 3 },
        end: { line: Math.max(0, to), character: 1 },
      };
      const within = all.filter(
        ({ range: { start } }) => start.line >= range.start.line && start.line <= range.end.line,
      );
      expect(semanticTokens(of, { range })).toEqual(within);
      found += within.length;
    }
  });
  // Also of a few cases: `FUZZ` sets their number.
  expect(found).toBeGreaterThan(0);
});

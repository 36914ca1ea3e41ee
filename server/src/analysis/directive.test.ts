import fc from "fast-check";
import { expect, test } from "vitest";
import { directiveIn } from "./directive.ts";

/**
 * The definition of a directive as one regular expression: easy to read, but it takes cubic time in the number of
 * blanks.
 */
const DIRECTIVE =
  /^([ \t]*# *rentree-ignore(-file)?(?![\w-])[ \t]*)([^:\n\r]*?)[ \t\u00a0]*(?::[ \t]*(.*?))?[ \t]*\r?$/;

function expected(line: string): ReturnType<typeof directiveIn> {
  const match = DIRECTIVE.exec(line);
  if (!match) return undefined;
  const [, before = "", wholeFile, list = "", reason = ""] = match;
  const rules = Array.from(list.matchAll(/[^\s,]+/g), ({ 0: id, index }) => ({
    id,
    col: before.length + index,
  }));
  return { col: line.indexOf("rentree-ignore"), wholeFile: wholeFile !== undefined, rules, reason };
}

test.each([
  "# rentree-ignore a: b",
  "\t# rentree-ignore\ta,b c , d\u00a0: pourquoi \t",
  " #rentree-ignore-file a:b:c : d\r",
  "#  rentree-ignore a :\u00a0b\u00a0",
  "# rentree-ignore: raison",
  "# rentree-ignore",
  "# rentree-ignore a:",
  "# rentree-ignore a: \t\r",
  "# rentree-ignore a \r",
  "# rentree-ignore , ,: b",
])("a directive is read in %j", (line) => {
  const directive = directiveIn(line);
  expect(directive).toBeDefined();
  expect(directive).toEqual(expected(line));
});

test.each([
  "# rentree-ignored a: b",
  "# rentree-ignore-files a: b",
  "# rentree-ignore-file-x a: b",
  "# rentree-ignore_ a: b",
  "#\trentree-ignore a: b",
  "## rentree-ignore a: b",
  "a # rentree-ignore a: b",
  "\u00a0# rentree-ignore a: b",
  "# rentree-ignore a\rb: c",
  "# rentree-ignore a: b\rc",
  "# rentree-ignore a: b\r\r",
  "# rentree-ignore a: b\u2028c",
])("no directive is found in %j", (line) => {
  expect(directiveIn(line)).toBeUndefined();
  expect(expected(line)).toBeUndefined();
});

test("any line is read as the regular expression defines", () => {
  const piece = fc.constantFrom(
    ..." |\t|\u00a0|\u2028|\r|:|,|#|a|b-c|-|_|é|-file|rentree-ignore| : |, ".split("|"),
  );
  const tail = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
  const head = fc.constantFrom(
    ...["# rentree-ignore", "\t#rentree-ignore-file", "# rentree-ignore ", " #  rentree-ignore-file ", ""],
  );
  fc.assert(
    fc.property(head, tail, (begin, end) => {
      expect(directiveIn(begin + end)).toEqual(expected(begin + end));
    }),
    { numRuns: 3000 },
  );
});

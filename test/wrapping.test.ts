/** Every text for people fits the terminal, and says the same as where there is none. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { columnsOf, withoutColors } from "../server/src/cli/columns.ts";
import { printedOn } from "./support/printed.ts";

const EXAMPLES = join(import.meta.dirname, "../examples");
const [WRONG, RIGHT] = ["college-a-corriger", "college-des-tilleuls"];

/** Commands, and what they print that is never wrapped: lines of files, and examples. */
const PRINTED: readonly (readonly [command: string, unwrapped: RegExp, ...args: string[]])[] = [
  ["check", /│|^\S+:\d+:\d+ /, WRONG],
  ["checklist", /^$/, RIGHT],
  ["checklist", /^$/, WRONG, RIGHT],
  ["plan", /^$/, RIGHT],
  ["explain", /│|```|^[\w#].*:|^ {2,}/, "unknown-reference"],
  ["help", /^$/],
  ["help", /^$/, "check"],
  ["help", /^$/, "plan"],
];

const CASES = PRINTED.flatMap((one) =>
  (["en", "fr"] as const).flatMap((language) => [60, 100].map((columns) => ({ one, language, columns }))),
);

test.each(CASES)("$one.0 $one.2 fits $columns columns in $language", async ({ one, language, columns }) => {
  const [name, unwrapped, ...args] = one;
  const on = { folder: EXAMPLES, language, color: true };
  const text = withoutColors(await printedOn({ ...on, columns }, name, ...args));
  const tooWide = text
    .split("\n")
    .filter((line) => !unwrapped.test(line) && columnsOf(line) > columns && / \S+ \S/.test(line.trim()));
  expect(tooWide).toEqual([]);
});

test.each([["help"], ["help", "check"], ["checklist", RIGHT], ["explain", "unknown-reference"]])(
  "without a terminal, nothing of %s %s is wrapped",
  async (name, ...args) => {
    const on = { folder: EXAMPLES, language: "fr" as const, color: false };
    const wide = await printedOn({ ...on, columns: undefined }, name, ...args);
    const narrow = await printedOn({ ...on, columns: 80 }, name, ...args);
    expect(narrow.split("\n").length).toBeGreaterThan(wide.split("\n").length);
    expect(narrow.replace(/\s+/g, " ")).toBe(wide.replace(/\s+/g, " "));
  },
);

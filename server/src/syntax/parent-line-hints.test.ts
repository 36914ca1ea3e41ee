import { expect, test } from "vitest";
import { type Slip, slips, toldOf } from "../../../test/support/slips.ts";
import { parseFile } from "./file.ts";

/** More entries than a leaf can have. */
const ENTRIES = Array.from({ length: 40 }, (_, i) => `  p${i}: { nom: N${i} }\n`).join("");
const FIXED = `a: 1\nclasses:\n${ENTRIES}b: 2\n`;

/** An example with a line that cannot have entries below. */
function above(name: string, line: string, says: string, fixed = "classes:"): Slip {
  return [name, `a: 1\n${line}\n${ENTRIES}b: 2\n`, says, FIXED.replace("classes:", fixed), "probable"];
}

const valueAndEntries = (value: string) =>
  `“${value}” follows a key that has entries below: a key has either one value or entries.`;

slips([
  above("an opening bracket above entries", "classes: §[§", "“[” opens here and is not closed."),
  above(
    "an opening brace after an anchor",
    "classes: &a §{§ # c",
    "“{” opens here and is not closed.",
    "classes: &a # c",
  ),
  above("a bracket with items", "classes: §[§6A, 6B", "“[” opens here and is not closed."),
  above("a bracket before the key", "§[§classes:", "“[” opens here and is not closed."),
  above("an opening quote above entries", 'classes: §"§', 'The quote (") that opens here is not closed.'),
  above("a quote before the key", `§'§classes:`, "The quote (') that opens here is not closed."),
  above("a text above entries", "classes: §6A§ # c", valueAndEntries("6A"), "classes: # c"),
  above("a list above entries", "classes: §[6A, 6B]§", valueAndEntries("[6A, 6B]")),
  above("a text right after the colon", "classes:§6A§", valueAndEntries("6A")),
  above(
    "a key without its colon above entries",
    "§classes§",
    "“classes” is not a key yet: a colon is missing after it.",
  ),
  [
    "an entry to the left of the others",
    `a:\n${ENTRIES} §q§: 1\n${ENTRIES}b: 2\n`,
    "“q” begins at column 2; what it stands beside begins at column 3.",
    `a:\n${ENTRIES}  q: 1\n${ENTRIES}b: 2\n`,
    "probable",
  ],
  [
    "the first entry to the right of the others",
    `a:\n   §q§: 1\n${ENTRIES}b: 2\n`,
    "“q” begins at column 4; what it stands beside begins at column 3.",
    `a:\n  q: 1\n${ENTRIES}b: 2\n`,
    "probable",
  ],
  [
    "the first section of a long file",
    ` §a§: 1\nclasses:\n${ENTRIES}b: 2\n`,
    "“a” begins at column 2; what it stands beside begins at column 1.",
    FIXED,
    "probable",
  ],
]);

test("several misplaced entries are one problem, and the other entries are known", () => {
  const text = `a:\n  x:\n    b: 1\n    c: 1\n    d: 1\n${ENTRIES}`;
  const told = (changed: string) => toldOf(changed).map(({ at, says }) => [at, says.slice(-19)]);
  expect(told(text.replace("  x:", " x:"))).toEqual([["x", "begins at column 3."]]);
  expect(told(text.replace("  x:", "    x:"))).toEqual([["x", "begins at column 3."]]);
  const { root } = parseFile("file:///a.yaml", text.replace("  x:", "    x:"));
  const [value] = root.pairs.map((pair) => pair.value);
  expect(value?.kind === "map" && value.pairs.map(({ key }) => key.text).slice(0, 3)).toEqual([
    "x",
    "p0",
    "p1",
  ]);
});

test("errors below a line that cannot have entries are not reported", () => {
  const wrong = "  x: [a\n  y\n";
  expect(toldOf(`classes: [\n${ENTRIES}${wrong}`).map(({ at }) => at)).toEqual(["["]);
  expect(toldOf(`classes:\n${ENTRIES}${wrong}`).map(({ at }) => at)).toEqual(["[", "y"]);
});

test("a value that continues on lines that look like entries is left to `yaml`", () => {
  for (const text of [
    `a: [\n${ENTRIES.replaceAll(" }\n", " },\n")}]\n`,
    `a: "\n${ENTRIES}  fin" # c\n`,
    `a: 'l''un\n${ENTRIES}  fin'\n# c\n`,
    `a: |\n${ENTRIES}`,
    `a:\n  "x\n${ENTRIES}  fin"\n`,
  ])
    expect(toldOf(text)).toEqual([]);
  const open = toldOf(`a: {\n${ENTRIES.replaceAll(" }\n", " },\n")}`);
  expect(open.map(({ at, title }) => [at, title])).toEqual([["{", "Insert “}”"]]);
});

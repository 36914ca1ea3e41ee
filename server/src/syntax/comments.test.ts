import fc from "fast-check";
import { expect, test } from "vitest";
import { Parser } from "yaml";
import { leaf, leavesOf } from "./blocks.ts";
import { commentExtent, commentsIn } from "./comments.ts";
import { parseFile } from "./file.ts";

const URI = "file:///a.pronote.yaml";

/** The comments of a text, each with its line and column before it. */
function found(text: string): readonly string[] {
  let top = 0;
  return leavesOf(parseFile(URI, text).root).flatMap((block) => {
    const begin = top;
    top += block.lines;
    return commentsIn(block).map((comment) => `${begin + comment.line}:${comment.col} ${comment.text}`);
  });
}

test.each([
  [
    "at the start of a line, indented, after a value",
    "# a\n  # b\nk: v # c\n",
    ["0:0 # a", "1:2 # b", "2:5 # c"],
  ],
  [
    "after a key, a bracket, an item",
    "k: # a\n  - x # b\n  - [ # c\n    y ]\n",
    ["0:3 # a", "1:6 # b", "2:6 # c"],
  ],
  ["without its line break", "k: v # a\r\n# b\r\n", ["0:5 # a", "1:0 # b"]],
  ["none in a word", "k: a#b\nl: c#\n", []],
  ["none after a non-breaking space", "k: a\u00a0#b\n", []],
  ["none in quotes, also on their second line", "k: \"a # b\n  # c\" # d\nl: 'e # f\n  # g'\n", ["1:7 # d"]],
  ["none in a key", "\"a # b\": 'c # d' # e\n", ["0:17 # e"]],
  [
    "none in a block scalar, except on the line of its header",
    "k: | # a\n  b # c\n  # d\n# e\n",
    ["0:5 # a", "3:0 # e"],
  ],
  ["none in a folded one with an indicator", "k: >2-\n  b\n   # c\n # d\nl: v\n", ["3:1 # d"]],
  ["none in a block scalar in a map in a list", "k:\n  - a: |\n      # b\n    c: d # e\n", ["3:9 # e"]],
  ["below a block scalar that ends the file", "k: |\n  a\n  # b\n\n# c", ["4:0 # c"]],
  [
    "in the header and after the document",
    "# a\n---\nk: v\n--- # b\n# c\n",
    ["0:0 # a", "3:4 # b", "4:0 # c"],
  ],
  ["none in quotes in an entry with a syntax error", "k:\n  a: 'b # c' # d\n  e: f: g\n", ["1:13 # d"]],
  ["none in a quote that is not closed", 'k:\n  a: "b # c\n  e: f # g\n', ["2:7 # g"]],
  ["none in the texts of another document", "k: v\n---\na: |\n  b # c\nd: 'e # f' # g\n", ["4:11 # g"]],
])("finds comments: %s", (_, text, comments) => {
  expect(found(text)).toEqual(comments);
});

/** The comments that `yaml` finds, with their lines. */
function expected(text: string): readonly string[] {
  const comments = new Map<number, string>();
  const walk = (value: object): void => {
    const { type, offset, source } = value as { type?: string; offset?: number; source?: string };
    if (type === "comment" && offset !== undefined) comments.set(offset, source ?? "");
    for (const below of Object.values(value)) if (typeof below === "object" && below) walk(below);
  };
  for (const token of new Parser().parse(text)) walk(token);
  return [...comments]
    .sort(([a], [b]) => a - b)
    .map(([offset, comment]) => {
      const lines = text.slice(0, offset).split("\n");
      return `${lines.length - 1}:${lines.at(-1)?.length} ${comment}`;
    });
}

test("in valid YAML the comments are those that `yaml` finds", () => {
  const value = fc.constantFrom(
    ..."v|v # c|'a # b'|\"a # b\" # c|{ a: b } # c|[a, 'b # c']|a#b|# c\n    v|'a\n    # b' # c".split("|"),
    ..."|\n    a # b\n    # c;>- # d\n    a\n    # b\n\n   # c;|\n    a\n  # c\n;\n    x: y # c\n    # d".split(
      ";",
    ),
  );
  const entry = fc
    .tuple(fc.boolean(), value)
    .map(([commented, text]) => `: ${text}\n${commented ? "  # e\n" : ""}`);
  const file = fc
    .array(entry, { minLength: 1, maxLength: 40 })
    .map((entries) => `# top\nk:\n${entries.map((text, index) => `  k${index}${text}`).join("")}`);
  fc.assert(
    fc.property(file, (text) => {
      fc.pre(leavesOf(parseFile(URI, text).root).every(({ faults }) => faults.length === 0));
      expect(found(text)).toEqual(expected(text));
    }),
  );
});

test("a comment is deleted with its line, or with the white space before it; on the last line without a line break", () => {
  const block = leaf(URI, "k: v  # a\n  # b\n# c", 0);
  expect(
    commentsIn(block).map((comment) => {
      const { line, col, endLine, endCol } = commentExtent(comment);
      return [line, col, endLine, endCol];
    }),
  ).toEqual([
    [0, 4, 0, 9],
    [1, 0, 2, 0],
    [2, 0, 2, 3],
  ]);
});

import { expect, test } from "vitest";
import { rules } from "../server/src/rules/index.ts";
import { constraints } from "../server/src/schema/generated/constraints.ts";
import { catalogueFaults } from "./support/rule-catalogue.ts";
import { filesIn, textsOf } from "./support/sources.ts";

const RULES = "server/src/rules";

test("each rule has an id, a page in its family, an entry in its family's list, and a test", () => {
  const written = textsOf(
    filesIn(RULES).filter((file) => /\.(?:ts|md)$/.test(file) && file !== `${RULES}/README.md`),
  );
  const files = new Map([...written].map(([file, text]) => [file.slice(RULES.length + 1), text]));
  const fromSchema = new Set(constraints.map(({ id }) => id));
  const ids = rules.map(({ id }) => id).filter((id) => !fromSchema.has(id));
  expect(ids.length).toBeGreaterThan(100);
  expect(catalogueFaults(ids, files)).toEqual([]);
});

const IDS = ["lonely-key", "two-heads", "unread-file"];
const FILES = {
  "heads/index.ts": 'import { twoHeads } from "./two-heads.ts";\nimport lonelyKey from "./lonely-key.md";\n',
  "heads/two-heads.ts": 'import docs from "./two-heads.md";\n',
  "heads/two-heads.md": "",
  "heads/two-heads.test.ts": "",
  "heads/lonely-key.md": "",
  "files/index.ts": 'import unreadFile from "./unread-file.md";\n',
  "files/unread-file.md": "",
};
const FAMILY = Array.from({ length: 21 }, (_, at) => `fault-${at}`);

test("a complete catalogue has no faults", () => {
  expect(catalogueFaults(IDS, new Map(Object.entries(FILES)))).toEqual([]);
});

test.each<[string, string[], Record<string, string | undefined>, string]>([
  ["a rule that runs twice", [...IDS, "two-heads"], {}, "two-heads: two rules"],
  ["an id in another case", [...IDS, "Two-heads"], { "heads/Two-heads.md": "" }, "Two-heads: no name"],
  ["an id that denies", [...IDS, "no-heads"], { "heads/no-heads.md": "" }, "no-heads: no name"],
  ["a rule without a page", [...IDS, "third-head"], {}, "third-head: no page"],
  ["a page in two families", IDS, { "files/two-heads.md": "" }, "two-heads: two pages"],
  ["a rule that does not run", ["lonely-key", "unread-file"], {}, "heads/two-heads.md: no rule that runs"],
  ["a page that its family does not list", IDS, { "files/index.ts": "" }, "files/unread-file.md: its family"],
  ["a rule that its family does not list", IDS, { "heads/index.ts": "" }, "heads/two-heads.md: its family"],
  ["a family without a list", IDS, { "heads/index.ts": undefined }, "heads/lonely-key.md: its family"],
  ["a rule without a test", IDS, { "heads/two-heads.test.ts": undefined }, "heads/two-heads.ts: no test"],
  ["a page in no family", [...IDS, "stray"], { "stray.md": "" }, ".: no folder of a family"],
  ["a family in a family", [...IDS, "deep"], { "heads/a/deep.md": "" }, "heads/a: no folder of a family"],
  [
    "a family of 21",
    [...IDS, ...FAMILY],
    Object.fromEntries(FAMILY.map((id) => [`many/${id}.md`, ""])),
    "many: 21 rules are more than a family",
  ],
])("%s is found", (_, ids, other, fault) => {
  const files = Object.entries({ ...FILES, ...other }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text] as const],
  );
  expect(catalogueFaults(ids, new Map(files))).toContainEqual(expect.stringContaining(fault));
});

import { expect, test } from "vitest";
import { parseFile } from "./file.ts";
import { ITEM, insertionContextAt } from "./insertion-context.ts";

/** The insertion context at `$0`, in one line of text. */
function at(source: string): string {
  const cursor = source.indexOf("$0");
  const before = source.slice(0, cursor).split("\n");
  const file = parseFile("file:///a.pronote.yaml", source.replace("$0", ""));
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const {
    role,
    path,
    collection,
    fresh,
    flow,
    from,
    to,
    word,
    quote,
    colon,
    before: gap,
    after,
    comment,
    indent,
    written,
  } = insertionContextAt(file, position);
  const text = [
    role,
    path.map((key) => (key === ITEM ? "[]" : key)).join("/") || "(root)",
    `${flow ? "flow " : ""}${fresh ? "fresh " : ""}${collection} at ${indent}`,
    `${from}-${to}`,
    ...(word || quote ? [`${quote}${word}`] : []),
    ...(colon ? ["colon"] : []),
    ...(gap ? [`before ${JSON.stringify(gap)}`] : []),
    ...(after ? [`after ${JSON.stringify(after)}`] : []),
    ...(comment ? [`comment ${JSON.stringify(comment)}`] : []),
    ...(written.size > 0
      ? [`beside ${[...written].slice(0, 3).join(" ")}${written.size > 3 ? ` and ${written.size - 3}` : ""}`]
      : []),
  ];
  return text.join(" | ");
}

const classes = (count: number, tail = "") =>
  `classes:\n${Array.from({ length: count }, (_, i) => `  6E${i}:\n    niveau: 6e\n`).join("")}${tail}`;

const CASES: readonly (readonly [string, string, string])[] = [
  ["a new file", "$0", "line | (root) | map at 0 | 0-0"],
  ["an incomplete key", "etab$0", "key | (root) | map at 0 | 0-4 | etab"],
  [
    "after a colon, without a space",
    "etablissement:$0",
    'value | etablissement | map at 0 | 14-14 | colon | before " "',
  ],
  ["after a colon and a space", "etablissement: $0", "value | etablissement | map at 0 | 15-15 | colon"],
  [
    "a line below a key without a value",
    "etablissement:\n  $0",
    "line | etablissement | fresh map at 2 | 2-2",
  ],
  [
    "a line at the end of a map",
    "etablissement:\n  rne: 07\n  $0",
    "line | etablissement | map at 2 | 2-2 | beside rne",
  ],
  [
    "a line at the first column",
    "etablissement:\n  rne: 07\n$0",
    "line | (root) | map at 0 | 0-0 | beside etablissement",
  ],
  [
    "a line that is too far to the right",
    "etablissement:\n  rne: 07\n    $0\nhebergement:\n  mode: heberge\n",
    "line | etablissement | map at 2 | 2-4 | beside rne",
  ],
  [
    "a line that is too far to the left",
    "etablissement:\n$0\n  nom: x",
    'line | etablissement | map at 2 | 0-0 | before "  " | beside nom',
  ],
  [
    "a missing value between other entries",
    "etablissement:\n  rne:$0\n  nom: x",
    'value | etablissement/rne | map at 2 | 6-6 | colon | before " " | beside nom',
  ],
  [
    "in a value",
    "etablissement:\n  rne: 07$0\n  nom: x",
    "value | etablissement/rne | map at 2 | 7-9 | 07 | colon | beside nom",
  ],
  ["in a key", "etablissement:\n  n$0om: x\n", "key | etablissement | map at 2 | 2-5 | n | colon"],
  [
    "an incomplete key at the end of a map",
    "etablissement:\n  rne: 1\n  n$0\nhebergement:\n  mode: heberge\n",
    "key | etablissement | map at 2 | 2-3 | n | beside rne",
  ],
  [
    "in a flow map that is not closed",
    "classes:\n  6E1: { niveau: 6e, $0",
    "key | classes/6E1 | flow map at 2 | 21-21 | beside niveau",
  ],
  [
    "at the start of a flow map that is not closed",
    "classes:\n  6E1: { $0",
    "key | classes/6E1 | flow map at 2 | 9-9",
  ],
  [
    "in a closed flow map",
    "classes:\n  6E1: { niveau: 6e, $0 }\n  6E2: {}",
    "key | classes/6E1 | flow map at 2 | 21-21 | beside niveau",
  ],
  [
    "after a colon in a flow map",
    "classes:\n  6E1: { niveau:$0 }",
    'value | classes/6E1/niveau | flow map at 2 | 16-16 | colon | before " "',
  ],
  [
    "in a flow map over several lines",
    "classes:\n  6E1: {\n    niveau: 6e,\n    $0\n  }\n",
    "key | classes/6E1 | flow map at 2 | 4-4 | beside niveau",
  ],
  [
    "after an open quote in a flow map",
    'classes: { 6E1: { niveau: "6$0, services: x } }',
    'value | classes/6E1/niveau | flow map at 0 | 26-28 | "6 | colon',
  ],
  [
    "after an open quote",
    'classes:\n  6E1:\n    niveau: "$0\n    comme: 6E2\n',
    'value | classes/6E1/niveau | map at 4 | 12-13 | " | colon | beside comme',
  ],
  [
    "in quotes",
    'classes:\n  6E1:\n    niveau: "6$0e"\n',
    'value | classes/6E1/niveau | map at 4 | 12-16 | "6 | colon',
  ],
  [
    "an empty item",
    "groupes-eleves:\n  L:\n    classes:\n      - $0",
    "value | groupes-eleves/L/classes/[] | list at 6 | 8-8",
  ],
  [
    "a dash without a space",
    "groupes-eleves:\n  L:\n    classes:\n      -$0",
    'value | groupes-eleves/L/classes/[] | list at 6 | 7-7 | before " "',
  ],
  [
    "a line below items",
    "groupes-eleves:\n  L:\n    classes:\n      - 6e\n      $0",
    "line | groupes-eleves/L/classes | list at 6 | 6-6 | beside 6e",
  ],
  [
    "a line below items at the column of their key",
    "groupes-eleves:\n  L:\n    classes:\n    - 6e\n    $0",
    "line | groupes-eleves/L | map at 4 | 4-4 | beside classes",
  ],
  [
    "a flow list that is not closed",
    "groupes-eleves:\n  L:\n    classes: [$0",
    "value | groupes-eleves/L/classes/[] | flow list at 4 | 14-14",
  ],
  [
    "the second item of a flow list",
    "groupes-eleves:\n  L:\n    classes: [6e, $0]",
    "value | groupes-eleves/L/classes/[] | flow list at 4 | 18-18 | beside 6e",
  ],
  [
    "a list in maps, none closed",
    "classes:\n  6E1: { services: { FRANC: [martin, $0",
    "value | classes/6E1/services/FRANC/[] | flow list at 2 | 37-37 | beside martin",
  ],
  ["a comment", "# hello $0", "comment | (root) | map at 0 | 8-8"],
  ["a comment after a value", "rne: x # he$0", "comment | (root) | map at 0 | 11-11 | beside rne"],
  [
    "on the second line of a plain scalar",
    "etablissement:\n  nom: Un texte\n    sui$0te",
    "text | etablissement | map at 2 | 7-7 | beside nom",
  ],
  [
    "in a block scalar",
    "etablissement:\n  nom: |\n    sui$0te",
    "text | etablissement | map at 2 | 7-7 | beside nom",
  ],
  [
    "at the end of a long map",
    classes(20, "  $0\nmatieres:\n  A: {}\n"),
    "line | classes | map at 2 | 2-2 | beside 6E0 6E1 6E2 and 17",
  ],
  [
    "in the last entry of a long map",
    classes(20, "    $0\nmatieres:\n  A: {}\n"),
    "line | classes/6E19 | map at 4 | 4-4 | beside niveau",
  ],
  [
    "at the head of a long map",
    classes(20).replace("classes:\n", "classes:\n  $0\n"),
    "line | classes | map at 2 | 2-2 | beside 6E0 6E1 6E2 and 17",
  ],
  [
    "an incomplete key in a long map",
    classes(20, "  7$0\n"),
    "key | classes | map at 2 | 2-3 | 7 | beside 6E0 6E1 6E2 and 17",
  ],
  ["after a document marker", "---\n$0", "line | (root) | map at 0 | 0-0"],
  ["a path", "herite-de: ../$0", "value | herite-de | map at 0 | 11-14 | ../ | colon"],
  ["after a colon whose value is below", "a:$0\n  b: 1", 'text | a | map at 0 | 2-2 | colon | before " "'],
  [
    "in a flow map, at the first column",
    "a:\n  b: {\n$0  }",
    'key | a/b | flow map at 2 | 0-0 | before "    "',
  ],
  [
    "before another entry of a flow map",
    "a: { $0 b: 1 }",
    'key | a | flow map at 0 | 5-5 | after "," | beside b',
  ],
  ["before another item", "a: [$0 b]", 'value | a/[] | flow list at 0 | 4-4 | after "," | beside b'],
  ["after an entry without a comma", "a: { b: 1 $0 }", "text | a | flow map at 0 | 10-10 | beside b"],
  ["an explicit key", "a:\n  ? b$0\n  : 1", "key | a | map at 2 | 4-5 | b | colon"],
  ["an explicit key that is not there yet", "? $0", "key | (root) | map at 0 | 2-2 | colon"],
  ["a question mark", "?$0", 'key | (root) | map at 0 | 1-1 | colon | before " "'],
  ["the value of an explicit key", "a:\n  ? b\n  : $0", "value | a/b | map at 2 | 4-4 | colon"],
  ["before a comment", "a: $0 # b", 'value | a | map at 0 | 3-3 | colon | comment " # b"'],
  ["directly before a comment", "a: $0# b", 'value | a | map at 0 | 3-3 | colon | comment "# b"'],
  ["an alias", "a: *b$0", "alias | a | map at 0 | 3-5 | *b | colon"],
  ["an alias in a flow list", "a: [*b$0]", "alias | a/[] | flow list at 0 | 4-6 | *b"],
  ["quotes on a line below the key", 'a:\n  "b$0"', 'key | a | map at 2 | 2-5 | "b'],
  ["below a flow list that is not closed", "a:\n  b: [1\n$0", "line | (root) | map at 0 | 0-0 | beside a"],
  ["deeper below it", "a:\n  b: [1,\n    $0", "value | a/b/[] | flow list at 2 | 4-4 | beside 1"],
  ["a second document", "a: 1\n---\nb: $0", "text | (root) | map at 0 | 3-3 | beside a"],
  ["a tab", "a:\n\t$0", "text | (root) | map at 0 | 1-1 | beside a"],
];

test.each(CASES)("%s", (_, source, expected) => {
  expect(at(source)).toBe(expected);
});

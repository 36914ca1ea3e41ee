import { expect, test } from "vitest";
import type { RecoveredCollection } from "./cursor-context.ts";
import { cursorContextIn } from "./recovering-parser.ts";

/** The context at the cursor (`$0`): its role, the path, the word, the other keys of the map. */
function contextAt(source: string): string {
  const cursor = source.indexOf("$0");
  const text = source.replace("$0", "");
  const { role, collection, entry, word } = cursorContextIn(
    text,
    cursor,
    0,
    cursor - source.lastIndexOf("\n", cursor) - 1,
  );
  const own = role === "value" && entry ? [entry.key?.text ?? "[]"] : [];
  const keys = [...pathOf(collection), ...own].join("/") || "(root)";
  const beside = collection.entries.flatMap((one) => (one === entry || !one.key ? [] : [one.key.text]));
  return [
    `${role} of ${keys}`,
    ...(word ? [word.text] : []),
    ...(beside.length > 0 ? [`beside ${beside.join(" ")}`] : []),
  ].join(" | ");
}

function pathOf(collection: RecoveredCollection): readonly string[] {
  const keys: string[] = [];
  for (let { parent } = collection; parent; parent = parent.collection.parent)
    keys.push(parent.key?.text ?? "[]");
  return keys.reverse();
}

test.each([
  ["a text with a non-breaking space", "e:\n  nom: Un\u00a0te$0xte", "value of e/nom | Un\u00a0texte"],
  [
    "below a key with a non-breaking space",
    "c:\n  6e\u00a0A:\n    n: 6e\n    $0",
    "blank of c/6e\u00a0A | beside n",
  ],
  ["after a quoted key that contains a quote", "p:\n  'l''hôte':\n    nom: $0", "value of p/l'hôte/nom"],
  ["a quoted text that contains a quote", "e:\n  nom: 'L''éc$0ole'", "value of e/nom | L'école"],
  ["after a key with an anchor", "p:\n  &p A: $0", "value of p/A"],
  ["a file between braces", "{ classes: { 6E1: { $0", "key of classes/6E1"],
  ["an incomplete quoted key", 'e:\n  a: 1\n  "$0\n  b: "x"', "key of e |  | beside a b"],
  ["below a backslash that ends a line", 'e:\n  a: "C:\\\n  b: "07$0"', "value of e/b | 07 | beside a"],
  ["below a bracket closed by one of another kind", "c:\n  A: { n: [6e }\n  $0", "blank of c | beside A"],
  ["before brackets over several lines", "c:\n  A: $0{\n    n: 6e }\n", "text of c | beside A"],
])("%s", (_, source, expected) => {
  expect(contextAt(source)).toBe(expected);
});

test.each(["[", "{a: ", "- ", "? ", "&a "])("many %s are read without recursion", (part) => {
  expect(contextAt(`a: ${part.repeat(30_000)}$0`)).not.toMatch(/^blank/);
  expect(contextAt(`${part.repeat(30_000)}$0`)).not.toMatch(/^blank/);
});

import { expect, test } from "vitest";
import type { RecoveredCollection } from "./cursor-context.ts";
import { cursorContextIn } from "./recovering-parser.ts";

/** What the cursor (`$0`) is in: its role, the keys around, the word, what stands beside it. */
function contextAt(source: string): string {
  const cursor = source.indexOf("$0");
  const text = source.replace("$0", "");
  const { role, collection, slot, word } = cursorContextIn(
    text,
    cursor,
    0,
    cursor - source.lastIndexOf("\n", cursor) - 1,
  );
  const own = role === "value" && slot ? [slot.key?.text ?? "[]"] : [];
  const keys = [...pathOf(collection), ...own].join("/") || "(root)";
  const beside = collection.slots.flatMap((one) => (one === slot || !one.key ? [] : [one.key.text]));
  return [
    `${role} of ${keys}`,
    ...(word ? [word.text] : []),
    ...(beside.length > 0 ? [`beside ${beside.join(" ")}`] : []),
  ].join(" | ");
}

function pathOf(collection: RecoveredCollection): readonly string[] {
  const keys: string[] = [];
  for (let { parent } = collection; parent; parent = parent.in.parent) keys.push(parent.key?.text ?? "[]");
  return keys.reverse();
}

test.each([
  ["a text with a space that is none", "e:\n  nom: Un\u00a0te$0xte", "value of e/nom | Un\u00a0texte"],
  ["below a key with one", "c:\n  6e\u00a0A:\n    n: 6e\n    $0", "blank of c/6e\u00a0A | beside n"],
  ["below a key in quotes that holds one", "p:\n  'l''hôte':\n    nom: $0", "value of p/l'hôte/nom"],
  ["a text in quotes that holds one", "e:\n  nom: 'L''éc$0ole'", "value of e/nom | L'école"],
  ["behind a key with an anchor", "p:\n  &p A: $0", "value of p/A"],
  ["a file between braces", "{ classes: { 6E1: { $0", "key of classes/6E1"],
  ["a key in quotes that is begun", 'e:\n  a: 1\n  "$0\n  b: "x"', "key of e |  | beside a b"],
  ["below a backslash that ends a line", 'e:\n  a: "C:\\\n  b: "07$0"', "value of e/b | 07 | beside a"],
  ["below a bracket that another closes", "c:\n  A: { n: [6e }\n  $0", "blank of c | beside A"],
  ["in front of brackets over lines", "c:\n  A: $0{\n    n: 6e }\n", "text of c | beside A"],
])("%s", (_, source, expected) => {
  expect(contextAt(source)).toBe(expected);
});

test.each(["[", "{a: ", "- ", "? ", "&a "])("%s without end is read without recursion", (part) => {
  expect(contextAt(`a: ${part.repeat(30_000)}$0`)).not.toMatch(/^blank/);
  expect(contextAt(`${part.repeat(30_000)}$0`)).not.toMatch(/^blank/);
});

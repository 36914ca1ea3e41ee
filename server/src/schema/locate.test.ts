import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { ITEM } from "../syntax/insertion-context.ts";
import { namesOf, schemaAlong, schemaPathAt } from "./locate.ts";

function pathAtCursor(source: string): string {
  const before = source.slice(0, source.indexOf("$0")).split("\n");
  const file = parseFile("file:///a.pronote.yaml", source.replace("$0", ""));
  const found = schemaPathAt(file, { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
  if (!found) return "nothing";
  const title = found.segments.at(-1)?.schema.title?.en;
  return `${found.on} ${namesOf(found).join("/")}${title ? ` (${title})` : ""}`;
}

test.each([
  ["a key", "classes: { 6A: { niv$0eau: 6e } }", "key classes/6A/niveau (Niveau)"],
  ["a value", "classes: { 6A: { niveau: 6$0e } }", "value classes/6A/niveau (Niveau)"],
  [
    "a key with a short form behind it",
    "classes: { 6A: { services: { FR$0ANC: martin } } }",
    "key classes/6A/services/FRANC (Service)",
  ],
  [
    "a short form",
    "classes: { 6A: { services: { FRANC: mar$0tin } } }",
    "value classes/6A/services/FRANC/professeurs",
  ],
  ["an item", "groupes-eleves: { L: { classes: [6A, 6$0B] } }", "value groupes-eleves/L/classes"],
  ["in block style", "classes:\n  6A:\n    niveau: 6e\n    com$0me: 6B\n", "key classes/6A/comme (Like)"],
  ["an unknown key", "clas: { 6$0A: {} }", "nothing"],
  ["a merge key", "classes: { 6A: { <<: *$0a } }", "nothing"],
  ["a merge key where any name is a key", "classes: { <<: *$0a }", "nothing"],
  ["between", "classes:$0  \n  6A: {}", "nothing"],
])("%s", (_, source, expected) => {
  expect(pathAtCursor(source)).toBe(expected);
});

test("the schema at a path is found through short forms and lists", () => {
  expect(schemaAlong(["classes", "6A", "services", "FRANC", ITEM])?.mentions?.kinds).toEqual(["professeurs"]);
  expect(schemaAlong(["classes", "6A", "<<", "niveau"])?.title?.en).toBe("Niveau");
  expect(schemaAlong(["nulle-part"])).toBeUndefined();
});

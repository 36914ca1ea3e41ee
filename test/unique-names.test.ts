import { expect, test } from "vitest";
import { filesIn, isTypeScript, textsOf } from "./support/sources.ts";

/** The names of exported types and classes that are in more than one file, with these files. */
function duplicateNames(files: ReadonlyMap<string, string>): readonly string[] {
  const places = new Map<string, string[]>();
  for (const [file, text] of files) {
    for (const { groups } of text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:interface|class|type|enum) (?<name>\w+)/gm,
    )) {
      const name = groups?.["name"] ?? "";
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  return [...places].flatMap(([name, where]) => (where.length > 1 ? [`${name}: ${where.join(", ")}`] : []));
}

test("no two exported types or classes have the same name", () => {
  const files = textsOf(filesIn("server", "client", "schemas", "test").filter(isTypeScript));
  expect(files.size).toBeGreaterThan(500);
  expect(duplicateNames(files)).toEqual([]);
});

test.each([
  ["export interface Place {}", "export type Place = string;"],
  ["export class Place {}", "export abstract class Place {}"],
])("a duplicate name is found: %s and %s", (one, other) => {
  expect(duplicateNames(new Map(Object.entries({ "a.ts": one, "b.ts": other })))).toEqual([
    "Place: a.ts, b.ts",
  ]);
  expect(
    duplicateNames(new Map(Object.entries({ "a.ts": one, "b.ts": other.replace("Place", "Span") }))),
  ).toEqual([]);
});

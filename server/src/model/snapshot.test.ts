import { expect, test } from "vitest";
import { parseFile } from "../syntax/file.ts";
import { aloneWith, fileOf, isOwn } from "./snapshot.ts";

test("a file that belongs to no establishment is the only one of its snapshot", () => {
  const file = parseFile("file:///a.pronote.yaml", "salles: {}\n");
  const other = parseFile("file:///b.pronote.yaml", "salles: {}\n");
  const snapshot = aloneWith(file, "2026-08-25");
  const [key] = file.root.pairs;
  const [elsewhere] = other.root.pairs;
  expect(snapshot).toMatchObject({ folder: file.uri, bases: [], establishment: false, today: "2026-08-25" });
  expect([fileOf(snapshot, key!), fileOf(snapshot, elsewhere!)]).toEqual([file, undefined]);
  expect([isOwn(snapshot, key!), isOwn(snapshot, elsewhere!)]).toEqual([true, false]);
});

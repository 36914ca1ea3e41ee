import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { effectiveAt, originsOf } from "./origins.ts";

const { context } = fixture(`
niveaux: { 6e: { comme: 5e, periodicite: trimestriel }, 5e: { libelle: Cinquième } }
classes:
  6A: { comme: 6B, niveau: 6e }
  6B: { comme: 6C, niveau: 5e, periodicite: semestriel }
  6C: { libelle: Sixième C }
`);
const originsAt = (...path: readonly string[]) =>
  originsOf(context.snapshot, path).map((origin) => origin.path.join("/"));

test("a value is written in a thing, in those that it is like, and in their niveaux", () => {
  expect(originsAt("classes", "6A", "periodicite")).toEqual([
    "classes/6B/periodicite",
    "niveaux/6e/periodicite",
  ]);
  expect(effectiveAt(context.snapshot, ["classes", "6A", "periodicite"])).toMatchObject({
    value: "semestriel",
  });
});

test("what a thing is like, and its niveau, are its own", () => {
  expect(originsAt("classes", "6A", "comme")).toEqual(["classes/6A/comme"]);
  expect(originsAt("classes", "6A", "niveau")).toEqual(["classes/6A/niveau"]);
  expect(originsAt("classes", "6C", "niveau")).toEqual([]);
  expect(originsAt("niveaux", "6e", "comme")).toEqual(["niveaux/6e/comme"]);
});

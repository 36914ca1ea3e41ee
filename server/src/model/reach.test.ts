import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "./establishment.ts";
import { niveauxSelecting } from "./niveaux.ts";
import { reach, thingsOf } from "./reach.ts";

const rootOf = (text: string) => establishmentOf(fixture(text).context.snapshot).value;

test("a path is followed as far as it is written", () => {
  const root = rootOf("edt: { licence: reseau }\nsalles: {}\n");
  const names = (...path: readonly string[]) => {
    const { entry, last } = reach(root, path);
    return [entry?.name, last?.name];
  };
  expect(names("edt", "licence")).toEqual(["licence", "licence"]);
  expect(names("edt", "transfert", "mode")).toEqual([undefined, "edt"]);
  expect(names("licence")).toEqual([undefined, undefined]);
});

test("a niveau of the school's own is a part of PRONOTE's, whatever its name begins with, but for another of PRONOTE's", () => {
  const { entry } = reach(rootOf("niveaux: { Prépa 6e: { comme: 6e }, 5e bis: { comme: 6e } }\n"), [
    "niveaux",
  ]);
  const niveaux = entry?.value.kind === "map" ? entry.value : undefined;
  expect(niveauxSelecting(niveaux, "Prépa 6e")).toEqual(["Prépa 6e", "6e"]);
  expect(niveauxSelecting(niveaux, "5e bis")).toEqual(["5e bis"]);
});

test("only a map has things, and what is removed is none of them", () => {
  const source = "annee-scolaire: 2026-2027\nclasses: { 6A: {}, 6B: ~ }\n";
  const { value } = establishmentOf(fixture(source).context.snapshot);
  const names = (key: string) => [...thingsOf(value.entries.get(key))].map(({ name }) => name);
  expect([names("classes"), names("annee-scolaire"), names("salles")]).toEqual([["6A"], [], []]);
});

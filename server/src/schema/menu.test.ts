import { expect, test } from "vitest";
import { menuClicks, menuIn, menuText } from "./menu.ts";

const MENU = { "2019": "Sécurité", "2024": "Comptes", recent: "Protection" };
const FEW = { "2019": "Sécurité", recent: "Comptes" };

test.each([
  ["2018", "Sécurité", "2019"],
  ["2019", "Sécurité", "2019"],
  ["2021", "Protection", "recent"],
  [undefined, "Protection", "recent"],
])("in %s", (year, path, seen) => {
  expect(menuIn(MENU, year)).toEqual({ path, year: seen });
});

test("a path that is newer, nobody knows since when, holds in all that come after the first", () => {
  expect(menuIn(FEW, "2019")).toEqual({ path: "Sécurité", year: "2019" });
  expect(menuIn(FEW, "2020")).toEqual({ path: "Comptes", year: "recent" });
  expect(menuIn({ "2019": "Sécurité", "2024": "Comptes" }, "2021")).toEqual({
    path: "Sécurité",
    year: "2019",
  });
});

test("one that has not moved has no year", () => {
  expect(menuIn("Ressources > Classes > Liste", "2026")).toEqual({ path: "Ressources > Classes > Liste" });
});

test("several paths are separated as each language does it", () => {
  expect(menuText("Communication > SMS ; Paramètres", undefined)).toEqual({
    en: "Communication > SMS; Paramètres",
    fr: "Communication > SMS\u00a0; Paramètres",
  });
});

test("what is copied to be searched for in PRONOTE has neither years nor remarks", () => {
  expect(menuText(MENU, "2026")).toMatchObject({ args: [{ en: "Protection" }] });
  expect(menuClicks(MENU, "2026")).toBe("Protection");
  expect(menuClicks("console (hébergé) ; Serveur PRONOTE (non hébergé)", undefined)).toBe(
    "console ; Serveur PRONOTE",
  );
});

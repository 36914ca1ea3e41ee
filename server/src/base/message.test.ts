import { expect, test } from "vitest";
import { localize, message } from "./message.ts";

const FRENCH = { "{0} of {1}": "{0} sur {1}", class: "classe", "no {0}": "pas de {0}" };

test("a message is localized in either language, with its arguments", () => {
  expect(localize(message("{0} of {1}", 1, "x"), "en", FRENCH)).toBe("1 of x");
  expect(localize(message("{0} of {1}", 1, "x"), "fr", FRENCH)).toBe("1 sur x");
});

test("texts and messages among the arguments are localized too", () => {
  const nested = message("{0} of {1}", { en: "Month", fr: "Mois" }, message("no {0}", message("class")));
  expect(localize(nested, "en", FRENCH)).toBe("Month of no class");
  expect(localize(nested, "fr", FRENCH)).toBe("Mois sur pas de classe");
});

test("a text without a translation stays English; braces without an argument stay as they are", () => {
  expect(localize(message("new {0}", "x"), "fr", FRENCH)).toBe("new x");
  expect(localize(message("{0} {1} {x} {}", "a"), "en", FRENCH)).toBe("a {1} {x} {}");
  expect(localize(message("{0} {1}", "{1}", ""), "en", FRENCH)).toBe("{1} ");
  expect(localize(message("{10} {0}{0}", ..."abcdefghijk"), "en", FRENCH)).toBe("k aa");
});

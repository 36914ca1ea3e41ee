import { test } from "vitest";
import { checkRule } from "../../../test/support/check.ts";
import { ambiguousName } from "./ambiguous-name.ts";

test("reports people who are called like a fonction, or like all of them", () => {
  checkRule(
    ambiguousName,
    `
personnels:
  CPE: { nom: SOLER, fonction: CPE }
# ^^^ “CPE” is a fonction: in a list of people it stands for all who hold it. Give this person another name.
  cpe: { nom: SOLER }
professeurs:
  AED: { nom: DUPONT }
  personnels: { nom: DURAND }
# ^^^^^^^^^^ “personnels” stands for all of them in a list: it cannot be the name of one.
`,
  );
});

test("reports a class that is called like the niveau of others", () => {
  checkRule(
    ambiguousName,
    `
classes:
  6e: { niveau: 6e }
# ^^ “6e” is the niveau of other classes: in a list of classes it stands for all of them. A class bears its niveau's name only if it is the sole one.
  6e bis: { comme: 6e }
  toutes: {}
# ^^^^^^ “toutes” stands for all of them in a list: it cannot be the name of one.
`,
  );
});

test("is silent on the sole class of a niveau", () => {
  checkRule(ambiguousName, "classes: { 6e: { niveau: 6e }, 5e: {}, 4A: { niveau: 4e } }\n");
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { weakPasswords } from "./weak-passwords.ts";

test("reports passwords that are too short, and too few kinds of characters, each once", () => {
  checkRule(
    weakPasswords,
    `
securite:
  longueur-min: 8
  #             ^ Passwords of 8 characters are shorter than the CNIL advises: at least 10, with 3 kinds of characters.
  exigences: { chiffre: true, lettre: false, caractere-special: false }
  #                                   ^^^^^ The CNIL advises 3 kinds of characters in a password; at most 2 are required here.
`,
  );
});

test("is silent on what meets the advice or is not written", () => {
  checkRule(weakPasswords, "securite: { longueur-min: 10, exigences: { caractere-special: false } }\n");
  checkRule(
    weakPasswords,
    "securite: { exigences: { different-actuel: false, different-identifiant: false } }\n",
  );
  checkRule(weakPasswords, "securite: { longueur-min: huit, exigences: {} }\n");
});

test("offers what the advice says", () => {
  checkFix(weakPasswords, "securite: { longueur-min: 8 }\n", "securite: { longueur-min: 10 }\n");
});

import { expect, test } from "vitest";
import { applied, checkFindings, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

test("a comment silences a rule on the line below it, whatever else stands there", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: à reprendre avec la direction
  parents: { publie: oui, mobyle: true }
  #                       ^^^^^^ unknown-key: Unknown key “mobyle”. Did you mean “mobile”?
  eleves: { publie: oui }
  #                 ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("comments one below the other, and several rules in one, all speak of the next entry", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: à reprendre
  # rentree-ignore unknown-key : nom à venir
  parents: { publie: oui, zzzzzz: true }
  # rentree-ignore boolean-word, unknown-key: les deux
  eleves: { publie: oui, zzzzzz: true }
`);
});

test("at the head of a file a comment silences a rule in all of it", () => {
  checkFindings(`
# Notre collège
# rentree-ignore-file boolean-word: fichier généré
espaces:
  parents: { publie: oui }
  eleves: { publie: oui }
`);
});

test("elsewhere it has no effect, and says so", () => {
  checkFindings(`
espaces:
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
  # rentree-ignore-file boolean-word: fichier généré
  #                     ^^^^^^^^^^^^ unused-suppression: “boolean-word” is not silenced: for a whole file, the comment stands at its head.
`);
});

test("a reason is required", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word
  # ^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-without-reason: A reason is missing: write a colon and why “boolean-word” does not matter here. Until then it is not silenced.
  parents: { publie: oui }
  #                  ^^^ boolean-word: “oui” is read as text. Write: true
`);
});

test("what silences nothing is told, with the rule that may be meant", () => {
  checkFindings(`
espaces:
  # rentree-ignore boolean-word: plus utile
  #                ^^^^^^^^^^^^ unused-suppression: “boolean-word” reports nothing here: this comment is no longer needed.
  # rentree-ignore bolean-word: faute de frappe
  #                ^^^^^^^^^^^ unused-suppression: There is no rule “bolean-word”: this silences nothing.
  parents: { publie: true }
`);
});

test("is not told as long as something cannot be read", () => {
  checkFindings(`
#- a.pronote.yaml
# rentree-ignore unknown-reference: viendra
classes: { 6A: { periodicite: trimestriel } }
#- b.pronote.yaml
classes: [6B
#        ^ yaml-syntax: “[” opens here and is not closed.
`);
});

test("an unused comment is taken away", () => {
  const fixed = fixture("# rentree-ignore boolean-word: rien\nespaces: { parents: { publie: true } }\n");
  const fix = findingsIn(fixed)[0]?.fixes?.[0];
  expect(fix && [...applied(fixed, fix).values()]).toEqual(["espaces: { parents: { publie: true } }\n"]);
});

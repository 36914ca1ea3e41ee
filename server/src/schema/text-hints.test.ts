import { expect, test } from "vitest";
import { checkFindings, checkFix, findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";

const yamlSyntax = { id: "yaml-syntax" };

test("a missing space after a colon, where keys are wanted", () => {
  checkFindings(`
etablissement:
  rne:0759998K
# ^^^^ yaml-syntax: A space is missing after “rne:”.
hebergement: { mode: heberge }
`);
  checkFix(yamlSyntax, "hebergement:\n  mode:heberge\n", "hebergement:\n  mode: heberge\n");
});

test("missing spaces after dashes, where a list is wanted", () => {
  const source =
    "classes: { 6A: { periodicite: trimestriel } }\ngroupes-eleves:\n  LATIN:\n    periodicite: trimestriel\n    classes:\n      -6A\n      -6B\n";
  checkFix(yamlSyntax, source, source.replaceAll(" -6", " - 6"));
});

test("typographic quotes around a value that is right without them", () => {
  checkFindings(`
classes:
  6A: { periodicite: “trimestriel” }
  #                  ^^^^^^^^^^^^^ yaml-syntax: “trimestriel” stands in typographic quotes, which are only letters here.
espaces: { parents: { publie: «true» } }
#                             ^^^^^^ yaml-syntax: “true” stands in typographic quotes, which are only letters here.
`);
  checkFix(
    yamlSyntax,
    "espaces: { parents: { publie: “true” } }\n",
    "espaces: { parents: { publie: true } }\n",
  );
});

test("where text is wanted, it is left as it is", () => {
  checkFindings("matieres: { FRANC: { libelle: « Français » }, EPS: { libelle: “EPS” } }\n");
});

test("a comment right behind a value is told where the value without it is right", () => {
  const about = (text: string) =>
    findingsIn(fixture(text)).map(({ id, fixes }) => [id, fixes?.[0]?.edits[0]?.newText]);
  const glued = [["yaml-syntax", " "]];
  expect(about("hebergement: { mode: heberge#hosted }\n")).toEqual(glued);
  expect(about("espaces: { parents: { publie: true#oui } }\n")).toEqual(glued);
  expect(about("serveurs: { serveur: { port: 49300#tcp } }\n")).toEqual(glued);
  expect(about("salles: { A: {}, B: { comme: A#x } }\n").map(([, text]) => text)).toEqual([" "]);
  expect(about("salles: { A#1: { libelle: Salle A#1 } }\n")).toEqual([]);
});

test("a space that is missing after a colon, in a sole entry that might be a short form and in braces of several lines", () => {
  checkFindings(`
classes:
  6A:
    periodicite: trimestriel
    services:
      FRANC:
        coefficient:2
#       ^^^^^^^^^^^^ yaml-syntax: A space is missing after “coefficient:”.
`);
  checkFindings(`
rgpd: {
  dpo: dpo@ac-exemple.fr,
  conservation:un an
# ^^^^^^^^^^^^^^^^^^ yaml-syntax: A space is missing after the colon in “conservation:un an”.
}
`);
});

test("a text that could be a short form opens with a key only if that is a key of its map", () => {
  const about = (text: string) => findingsIn(fixture(text)).map(({ id }) => id);
  const service = (value: string) =>
    `matieres: { FRANC: {} }\nprofesseurs: { a:b: { nom: X } }\nclasses:\n  6A:\n    services:\n      FRANC: ${value}\n`;
  expect(about(service("coefficient:2"))).toContain("yaml-syntax");
  expect(about(service("a:b"))).not.toContain("yaml-syntax");
});

test("the fix for typographic quotes leaves a text that needs quotes in straight ones", () => {
  const level = (colour: string) =>
    `referentiels: { LV: { niveaux-maitrise: { Expert: { couleur: ${colour} } } } }\n`;
  checkFix(yamlSyntax, level("“vert”"), level("vert"));
  checkFix(yamlSyntax, level("“#2e8b57”"), level('"#2e8b57"'));
});

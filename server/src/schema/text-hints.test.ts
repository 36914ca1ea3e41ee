import { test } from "vitest";
import { checkFindings, checkFix } from "../../../test/support/check.ts";

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

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { overrideWithoutEffect } from "./override-without-effect.ts";

const says = (key: string) => `“${key}” applies without this line too: what is underneath says the same.`;

test("reports values that a base has as well, in block and in flow style", () => {
  checkRule(
    overrideWithoutEffect,
    `
#- base.pronote.yaml
etablissement: { academie: Lille, type: college }
preferences-contact: { eleves: { sms: false, courriers: true } }
base: { en-service: true }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement:
  academie: Lille
#           ^^^^^ ${says("academie")}
  type: lycee-polyvalent
preferences-contact: { eleves: { sms: false, courriers: false } }
#                                     ^^^^^ ${says("sms")}
`,
  );
});

test("reports values that the niveau or another class has as well, short forms included", () => {
  checkRule(
    overrideWithoutEffect,
    `
niveaux: { 6e: { periodicite: trimestriel, services: { FRANC: [roux, martin], EPS: { coefficient: 1 } } } }
classes:
  6E1: { niveau: 6e, periodicite: trimestriel, services: { EPS: { coefficient: 2 } } }
#                                 ^^^^^^^^^^^ ${says("periodicite")}
  6E2: { niveau: 6e, services: { FRANC: [martin, roux] } }
#                                       ^^^^^^^^^^^^^^ ${says("professeurs")}
  6E3:
    comme: 6E1
    niveau: 6e
#           ^^ ${says("niveau")}
    services: { EPS: { coefficient: 2 } }
#                                   ^ ${says("coefficient")}
`,
  );
});

test("is silent where a layer between has another value, and on values from another niveau", () => {
  checkRule(
    overrideWithoutEffect,
    `
#- base.pronote.yaml
classes: { 6E1: { periodicite: semestriel } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
niveaux: { 6e: { periodicite: trimestriel }, 5e: { periodicite: semestriel } }
classes:
  6E1: { niveau: 6e, periodicite: trimestriel }
  5A: { niveau: 5e, comme: 6E2, periodicite: trimestriel }
  6E2: { niveau: 6e }
  6E3: { periodicite: trimestriel }
`,
  );
});

test("is silent on bases, and where something cannot be read", () => {
  checkRule(
    overrideWithoutEffect,
    `
#- base.pronote.yaml
niveaux: { 6e: { periodicite: trimestriel } }
classes: { 6E1: { niveau: 6e, periodicite: trimestriel } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
  checkRule(
    overrideWithoutEffect,
    "classes: { A: { comme: B, periodicite: trimestriel }, B: { comme: A, periodicite: trimestriel } }\n",
  );
  checkRule(
    overrideWithoutEffect,
    "herite-de: gone.pronote.yaml\nniveaux: { 6e: { periodicite: trimestriel } }\nclasses: { A: { niveau: 6e, periodicite: trimestriel } }\n",
  );
});

test("removes the line", () => {
  const text =
    "niveaux:\n  6e: { periodicite: trimestriel }\nclasses:\n  6E1:\n    niveau: 6e\n    # comme toutes\n    periodicite: trimestriel # oui\n    libelle: Sixième\n";
  checkFix(overrideWithoutEffect, text, text.replace("    periodicite: trimestriel # oui\n", ""));
});

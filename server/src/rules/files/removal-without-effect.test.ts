import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { removalWithoutEffect } from "./removal-without-effect.ts";

const says = (key: string) => `There is nothing under “${key}” that this could remove.`;

test("reports a removal where nothing is below", () => {
  checkRule(
    removalWithoutEffect,
    `
#- base.pronote.yaml
etablissement: { academie: Lille }
communication: ~
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { academie: ~, type: null }
#                                   ^^^^ ${says("type")}
communication:
  sms: ~
#      ^ ${says("sms")}
niveaux: { 6e: { services: { EPS: { coefficient: 2 } } } }
classes:
  6E1: { niveau: 6e, services: { EPS: ~, LATIN: ~ } }
#                                               ^ ${says("LATIN")}
`,
  );
});

test("is silent on what PRONOTE predefines, and where something cannot be read", () => {
  checkRule(removalWithoutEffect, "profils-professeurs: { Profil 2: ~ }\n");
  checkRule(
    removalWithoutEffect,
    "personnels: { leroy: { mode-vie-scolaire: ~, mode-administratif: CPE } }\n",
  );
  checkRule(removalWithoutEffect, "herite-de: gone.pronote.yaml\nbase: ~\n");
  checkRule(removalWithoutEffect, "classes: { 6E1: { comme: 6E9, libelle: ~ } }\n");
});

test("removes the line", () => {
  const text = "classes:\n  6E1:\n    periodicite: trimestriel\n    libelle: ~ # non\n";
  checkFix(removalWithoutEffect, text, text.replace("    libelle: ~ # non\n", ""));
});

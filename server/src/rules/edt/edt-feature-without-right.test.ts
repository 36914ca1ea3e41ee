import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { edtFeatureWithoutRight } from "./edt-feature-without-right.ts";

const says = (what: string) =>
  `Without the EDT-PRONOTE connection right there is no ${what}: it works on the PRONOTE base from EDT.`;

test("reports features that need a refused right, once", () => {
  checkRule(
    edtFeatureWithoutRight,
    `
edt: { droit-connexion: false }
#                       ^^^^^ ${says("booking of rooms and equipment")}
salles: { CDI: { reservable-par: professeurs }, A1: { reservable-par: professeurs } }
rencontres: { sessions: { Novembre: { date: 2026-11-19 } } }
`,
  );
  checkRule(
    edtFeatureWithoutRight,
    `
edt:
  licence: aucune
#          ^^^^^^ ${says("direct change of the timetable")}
  mise-a-jour: directe
`,
  );
});

test("is reported on the use where a base refuses the right", () => {
  checkRule(
    edtFeatureWithoutRight,
    `
#- base.pronote.yaml
edt: { droit-connexion: false }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
edt:
  client: serveur
# ^^^^^^ ${says("EDT Client on the base")}
`,
  );
});

test("is silent where the right is there, not decided, or nothing needs it", () => {
  checkRule(
    edtFeatureWithoutRight,
    "edt: { licence: monoposte }\nsalles: { CDI: { reservable-par: professeurs } }\n",
  );
  checkRule(edtFeatureWithoutRight, "edt: { droit-connexion: false }\nsalles: { CDI: {} }\n");
  checkRule(
    edtFeatureWithoutRight,
    "edt: { licence: aucune, droit-connexion: true, mise-a-jour: directe }\n",
  );
  checkRule(edtFeatureWithoutRight, "edt: { licence: aucune, droit-connexion: , mise-a-jour: directe }\n");
  checkRule(
    edtFeatureWithoutRight,
    "edt: { droit-connexion: false }\nsalles: { CDI: { reservable-par: [], capacite: 30 } }\n",
  );
});

test("switches the regime, or declares the right", () => {
  const text = "edt: { droit-connexion: false, mise-a-jour: directe }\n";
  checkFix(edtFeatureWithoutRight, text, text.replace("directe", "par-transfert"));
  checkFix(edtFeatureWithoutRight, text, text.replace("false", "true"), 1);
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { edtRightAgainstLicence } from "./edt-right-against-licence.ts";

const NONE = "Without EDT there is no EDT-PRONOTE connection right: it comes with the licence.";
const INCLUDED =
  "The EDT-PRONOTE connection right is included in EDT réseau: with this licence the establishment has it.";

test("reports a right that the licence does not bring, or one that it does", () => {
  checkRule(
    edtRightAgainstLicence,
    `
edt: { licence: aucune, droit-connexion: true }
#                                        ^^^^ ${NONE}
`,
  );
  checkRule(
    edtRightAgainstLicence,
    `
edt:
  licence: reseau
  droit-connexion: false
#                  ^^^^^ ${INCLUDED}
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    edtRightAgainstLicence,
    `
#- base.pronote.yaml
edt: { droit-connexion: true }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
edt: { licence: aucune }
#               ^^^^^^ ${NONE}
`,
  );
});

test("accepts a trial, and is silent on what is not written", () => {
  checkRule(edtRightAgainstLicence, "edt: { licence: reseau, droit-connexion: true }\n");
  checkRule(edtRightAgainstLicence, "edt: { droit-connexion: false }\n");
  checkRule(edtRightAgainstLicence, "edt: { licence: monoposte, droit-connexion: false }\n");
  checkRule(edtRightAgainstLicence, "edt: { licence: monoposte, droit-connexion: true }\n");
  checkRule(edtRightAgainstLicence, "edt: { licence: reseau, droit-connexion: }\n");
});

test("writes what the licence says", () => {
  const text = "edt: { licence: reseau, droit-connexion: false }\n";
  checkFix(edtRightAgainstLicence, text, text.replace("false", "true"));
});

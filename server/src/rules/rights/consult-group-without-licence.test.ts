import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { consultGroupWithoutLicence } from "./consult-group-without-licence.ts";

test("reports a consulting group without the licence, on the establishment's own text", () => {
  checkRule(
    consultGroupWithoutLicence,
    `
#- base.pronote.yaml
groupes-utilisateurs: { Lecture: { type: consult } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
licence:
  consultation: false
  #             ^^^^^ “Lecture” may only look, which needs the consultation licence: without it its members may be unable to connect.
personnels: { petit: { nom: PETIT, mode-administratif: Lecture } }
`,
  );
});

test("is silent on a base's group that nobody is in", () => {
  checkRule(
    consultGroupWithoutLicence,
    `
#- base.pronote.yaml
groupes-utilisateurs: { Lecture: { type: consult } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
licence: { consultation: false }
personnels: { petit: { nom: PETIT, mode-administratif: Administration } }
`,
  );
});

test("is silent with the licence, and while it is not written", () => {
  checkRule(consultGroupWithoutLicence, "groupes-utilisateurs: { A: { type: consult } }\nlicence: {}\n");
  checkRule(
    consultGroupWithoutLicence,
    "groupes-utilisateurs: { A: { type: consult } }\nlicence: { consultation: true }\n",
  );
});

test("offers the type that takes a connection", () => {
  checkFix(
    consultGroupWithoutLicence,
    "groupes-utilisateurs: { A: { type: consult } }\nlicence: { consultation: false }\n",
    "groupes-utilisateurs: { A: { type: modif } }\nlicence: { consultation: false }\n",
  );
});

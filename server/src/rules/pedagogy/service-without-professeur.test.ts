import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { serviceWithoutProfesseur } from "./service-without-professeur.ts";

test("reports an active service that nobody teaches, in its long and its short form", () => {
  checkRule(
    serviceWithoutProfesseur,
    `
classes:
  6A:
    services:
      FRANC:
        professeurs: []
        #            ^^ “FRANC” is active and nobody teaches it: no one can enter an assessment. Name a teacher, or write: actif: false
groupes-eleves: { LAT: { services: { LATIN: [] } } }
#                                           ^^ “LATIN” is active and nobody teaches it: no one can enter an assessment. Name a teacher, or write: actif: false
`,
  );
});

test("reports what a niveau sets for several classes once", () => {
  checkRule(
    serviceWithoutProfesseur,
    `
niveaux:
  6e: { services: { EPS: { professeurs: [] } } }
  #                                     ^^ “EPS” is active and nobody teaches it: no one can enter an assessment. Name a teacher, or write: actif: false (2 times)
classes: { 6A: { niveau: 6e }, 6B: { niveau: 6e }, 6C: { niveau: 6e, services: { EPS: roux } } }
`,
  );
});

test("is silent on what is not written, inactive, taught in parts or not understood", () => {
  checkRule(
    serviceWithoutProfesseur,
    `
classes:
  6A:
    services:
      FRANC: { coefficient: 2 }
      EPS:
      LATIN: { actif: false, professeurs: [] }
      MATHS: { actif: oui, professeurs: [] }
      HIGEO: { professeurs: [], sous-services: { Histoire: martin } }
      ANGL: { professeurs: [[]] }
`,
  );
});

test("offers those who teach the matière elsewhere", () => {
  checkFix(
    serviceWithoutProfesseur,
    `
classes: { 6A: { services: { EPS: [] } }, 6B: { services: { EPS-G: { matiere: EPS, professeurs: roux } } } }
`,
    `
classes: { 6A: { services: { EPS: [roux] } }, 6B: { services: { EPS-G: { matiere: EPS, professeurs: roux } } } }
`,
  );
});

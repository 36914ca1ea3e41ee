import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { duplicateService } from "./duplicate-service.ts";

test("reports a second service of the same subject and teachers, in a class and in a group", () => {
  checkRule(
    duplicateService,
    `
classes:
  6A:
    services:
      FRANC: [martin, roux]
      FRANC-2:
#     ^^^^^^^ “FRANC-2” is the same service as “FRANC”: same subject, teachers and modality. The bulletin would have the line twice.
        matiere: FRANC
        professeurs: [roux, martin]
        coefficient: 2
groupes-eleves:
  G: { services: { LATIN: martin, LAT: { matiere: LATIN, professeurs: martin, modalite: CG } } }
  #                               ^^^ “LAT” is the same service as “LATIN”: same subject, teachers and modality. The bulletin would have the line twice.
`,
  );
});

test("is silent on other teachers, modalities and periods, and on what is inactive or not written", () => {
  checkRule(
    duplicateService,
    `
classes:
  6A:
    services:
      FRANC: martin
      A: { matiere: FRANC, professeurs: roux }
      B: { matiere: FRANC, professeurs: martin, modalite: AP }
      C: { matiere: FRANC, professeurs: martin, periode: Trimestre 1 }
      D: { matiere: FRANC, professeurs: martin, actif: false }
      E: { matiere: FRANC }
      F: { matiere: FRANC }
      G: { matiere: [FRANC], professeurs: martin }
      H: { matiere: [FRANC], professeurs: martin }
`,
  );
});

test("offers to remove the second", () => {
  checkFix(
    duplicateService,
    "classes:\n  6A:\n    services:\n      FRANC: martin\n      F2: { matiere: FRANC, professeurs: martin }\n",
    "classes:\n  6A:\n    services:\n      FRANC: martin\n",
  );
});

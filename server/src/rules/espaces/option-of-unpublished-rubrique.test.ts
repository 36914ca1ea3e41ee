import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { optionOfUnpublishedRubrique } from "./option-of-unpublished-rubrique.ts";

const says = (option: string, rubrique: string) =>
  `“${option}” is ticked, but the section “${rubrique}” is not published: it will not show.`;

test("reports what is ticked inside a rubrique that is off", () => {
  checkRule(
    optionOfUnpublishedRubrique,
    `
espaces:
  parents: { rubriques: { notes: { publie: false, releve: true, graphes: false } } }
#                                                         ^^^^ ${says("releve", "notes")}
  eleves:
    rubriques:
      communication:
        publie: false
        menu: true
#             ^^^^ ${says("menu", "communication")}
`,
  );
});

test("is silent on what a base ticks, and where the rubrique is on or not decided", () => {
  checkRule(
    optionOfUnpublishedRubrique,
    `
#- base.pronote.yaml
espaces: { eleves: { rubriques: { notes: { releve: true } } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
espaces: { eleves: { rubriques: { notes: false } } }
`,
  );
  checkRule(
    optionOfUnpublishedRubrique,
    "espaces: { eleves: { rubriques: { notes: { releve: true }, stage: { publie: true, fiche: true } } } }\n",
  );
});

test("publishes the rubrique, or unticks", () => {
  const text = "espaces: { eleves: { rubriques: { notes: { publie: false, releve: true } } } }\n";
  checkFix(optionOfUnpublishedRubrique, text, text.replace("publie: false", "publie: true"));
  checkFix(optionOfUnpublishedRubrique, text, text.replace("releve: true", "releve: false"), 1);
});

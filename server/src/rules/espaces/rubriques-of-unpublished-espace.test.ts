import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { rubriquesOfUnpublishedEspace } from "./rubriques-of-unpublished-espace.ts";

const says = (espace: string) =>
  `Sections are published here, but the Espace “${espace}” is not: nobody will see them.`;

test("reports rubriques of an unpublished Espace, also in a free list", () => {
  checkRule(
    rubriquesOfUnpublishedEspace,
    `
espaces:
  eleves: { publie: false, rubriques: { notes: { graphes: true } } }
#                          ^^^^^^^^^ ${says("eleves")}
  entreprise:
    publie: false
    rubriques:
#   ^^^^^^^^^ ${says("entreprise")}
      stages: true
`,
  );
});

test("is silent on what a base ticks, on boxes that are off, and where the Espace may be published", () => {
  checkRule(
    rubriquesOfUnpublishedEspace,
    `
#- base.pronote.yaml
espaces: { eleves: { rubriques: { notes: true } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
espaces: { eleves: { publie: false } }
`,
  );
  checkRule(
    rubriquesOfUnpublishedEspace,
    "espaces: { eleves: { publie: false, rubriques: { notes: false } } }\n",
  );
  checkRule(rubriquesOfUnpublishedEspace, "espaces: { eleves: { rubriques: { notes: true } } }\n");
});

test("publishes the Espace", () => {
  const text = "espaces: { eleves: { publie: false, rubriques: { notes: true } } }\n";
  checkFix(rubriquesOfUnpublishedEspace, text, text.replace("publie: false", "publie: true"));
});

test("is the only finding on what the unpublished Espace leaves without effect", () => {
  checkFindings(`
espaces:
  parents: { publie: false, rubriques: { notes: true } }
#                           ^^^^^^^^^ rubriques-of-unpublished-espace: Sections are published here, but the Espace “parents” is not: nobody will see them.
informations-connexion: { responsables: { envoi: { courrier: true } } }
absences: { motifs: { Maladie: { parents: true } } }
`);
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { rencontreWithoutClasse } from "./rencontre-without-classe.ts";

const says =
  "No class is invited to “Novembre”: nobody would see the session. Name classes, a niveau, or: toutes";

test("reports an empty list of classes", () => {
  checkRule(
    rencontreWithoutClasse,
    `
rencontres: { sessions: { Novembre: { classes: [] } } }
#                                              ^^ ${says}
`,
  );
  checkRule(
    rencontreWithoutClasse,
    `
#- base.pronote.yaml
rencontres:
  sessions:
    Novembre:
      classes: []
#              ^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("is silent on what is not decided, unfinished or filled", () => {
  checkRule(
    rencontreWithoutClasse,
    "rencontres: { sessions: { A: { date: 2026-11-19 }, B: { classes: }, C: { classes: [3e] } } }\n",
  );
  checkRule(rencontreWithoutClasse, "rencontres: { sessions: { A: { classes: toutes } } }\n");
});

test("invites all classes", () => {
  const text = "rencontres: { sessions: { A: { classes: [] } } } # à compléter\n";
  checkFix(rencontreWithoutClasse, text, text.replace("[]", "[toutes]"));
});

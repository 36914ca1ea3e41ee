import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { rencontreEndsBeforeItStarts } from "./rencontre-ends-before-it-starts.ts";

const says = "The session “Novembre” would end at 17:00, and it begins at 20:00: no meeting fits in.";

test("reports an end before the beginning", () => {
  checkRule(
    rencontreEndsBeforeItStarts,
    `
rencontres: { sessions: { Novembre: { debut: "20:00", fin: "17:00" } } }
#                                                          ^^^^^^^ ${says}
`,
  );
  checkRule(
    rencontreEndsBeforeItStarts,
    `
#- base.pronote.yaml
rencontres: { sessions: { Novembre: { fin: "17:00" } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
rencontres:
  sessions:
    Novembre:
      debut: 20:00
#            ^^^^^ ${says}
`,
  );
});

test("is silent on the right order, and on half of it", () => {
  checkRule(
    rencontreEndsBeforeItStarts,
    'rencontres: { sessions: { A: { debut: "17:00", fin: "20:00" }, B: { debut: "17:00" } } }\n',
  );
});

test("swaps the dates", () => {
  const text = 'rencontres: { sessions: { A: { debut: "20:00", fin: "17:00" } } }\n';
  checkFix(
    rencontreEndsBeforeItStarts,
    text,
    'rencontres: { sessions: { A: { debut: "17:00", fin: "20:00" } } }\n',
  );
});

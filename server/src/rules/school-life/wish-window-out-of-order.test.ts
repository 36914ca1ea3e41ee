import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { wishWindowOutOfOrder } from "./wish-window-out-of-order.ts";

test("reports windows that end before they begin, or when the meeting is over", () => {
  checkRule(
    wishWindowOutOfOrder,
    `
rencontres:
  sessions:
    Novembre:
      date: 2026-11-19
      desiderata: { responsables: { du: 2026-11-12, au: 2026-11-02 }, professeurs: { au: 2026-11-20 } }
#                                                       ^^^^^^^^^^ Entry would end on 2 November 2026, before it begins (12 November 2026): nobody could enter anything.
#                                                                                        ^^^^^^^^^^ Entry would go on until 20 November 2026, when “Novembre” is over (19 November 2026).
      indisponibilites:
        responsables:
          du: 2026-11-23
#             ^^^^^^^^^^ Entry would begin on 23 November 2026, when “Novembre” is over (19 November 2026).
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    wishWindowOutOfOrder,
    `
#- base.pronote.yaml
rencontres: { sessions: { A: { desiderata: { professeurs: { au: 2026-11-20 } } } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
rencontres: { sessions: { A: { date: 2026-11-19 } } }
#                                    ^^^^^^^^^^ Entry would go on until 20 November 2026, when “A” is over (19 November 2026).
`,
  );
});

test("is silent on the right order, and where dates are missing", () => {
  checkRule(
    wishWindowOutOfOrder,
    "rencontres: { sessions: { A: { date: 2026-11-19, desiderata: { professeurs: { du: 2026-11-02, au: 2026-11-19 } } }, B: { desiderata: { professeurs: { au: 2026-11-20 } } } } }\n",
  );
});

import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { rencontreOnSunday } from "./rencontre-on-sunday.ts";

const says = "22 November 2026 is a Sunday: is “Novembre” really held that day?";

test("reports a Sunday", () => {
  checkRule(
    rencontreOnSunday,
    `
rencontres: { sessions: { Novembre: { date: 2026-11-22 } } }
#                                           ^^^^^^^^^^ ${says}
`,
  );
  checkRule(
    rencontreOnSunday,
    `
rencontres:
  sessions:
    Novembre: { comme: Modèle }
    Modèle:
      date: 2026-11-22
#           ^^^^^^^^^^ ${says} (2 times)
`,
  );
});

test("accepts other days, and says nothing of days that no calendar has", () => {
  checkRule(
    rencontreOnSunday,
    "rencontres: { sessions: { A: { date: 2026-11-21 }, B: { date: 2026-02-31 }, C: { date: } } }\n",
  );
});

import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { tickWithoutDay } from "./tick-without-day.ts";

test("reports a line that has all of a tick but the day", () => {
  checkRule(
    tickWithoutDay,
    `
deroulement:
  licences: { par: c.durand }
 #^^^^^^^^ “licences” is not ticked: “fait”, the day on which it was done, is missing.
  dates-periodes: { empreinte: {}, note: vu }
 #^^^^^^^^^^^^^^ “dates-periodes” is not ticked: “fait”, the day on which it was done, is missing.
`,
  );
});

test("is silent where the line says something else, or nothing, or cannot be read", () => {
  for (const line of [
    "{ fait: 2026-08-24, par: c }",
    "{ fait: hier, par: c }",
    "{ sans-objet: fermé, par: c }",
    "{ preuve: { liste: classes, du: 2026-08-24, ecarts: 0 }, annee: 2026-2027 }",
    "{ pour: a.petit, avant: 2026-09-04 }",
    "{ note: en attente }",
    "{}",
    "~",
    "{ par: c,",
  ])
    checkRule(tickWithoutDay, `deroulement:\n  licences: ${line}\n`);
});

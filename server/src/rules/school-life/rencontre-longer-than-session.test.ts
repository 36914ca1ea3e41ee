import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { rencontreLongerThanSession } from "./rencontre-longer-than-session.ts";

test("reports a duration that is longer than the session", () => {
  checkRule(
    rencontreLongerThanSession,
    `
rencontres:
  sessions:
    Novembre: { debut: "17:00", fin: "20:30", duree: 211 }
    #                                                ^^^ A meeting of 211 minutes does not fit into “Novembre”, which lasts 210 minutes.
`,
  );
});

test("is silent on one that fits in, on a session that ends before it begins, and on what is not known", () => {
  for (const session of [
    '{ debut: "17:00", fin: "20:30", duree: 210 }',
    '{ debut: "20:30", fin: "17:00", duree: 300 }',
    '{ debut: "17:00", fin: "17:00", duree: 300 }',
    '{ debut: "17:00", duree: 3000 }',
    '{ debut: 5 p.m., fin: "20:30", duree: 3000 }',
    '{ debut: "17:00", fin: "20:30", duree: 300 minutes }',
  ])
    checkRule(rencontreLongerThanSession, `rencontres: { sessions: { A: ${session} } }\n`);
});

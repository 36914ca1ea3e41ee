import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { doneAndNotApplicable } from "./done-and-not-applicable.ts";

const LINE = "deroulement: { maileva: { fait: 2026-08-24, sans-objet: pas d'abonnement } }\n";

test("reports a line that says both", () => {
  checkRule(
    doneAndNotApplicable,
    `${LINE}#                                           ^^^^^^^^^^ “maileva” is ticked and set aside at once: it counts as not applicable. Keep one of the two.\n`,
  );
});

test("is silent on one of them, and where one is not understood", () => {
  checkRule(doneAndNotApplicable, LINE.replace("fait: 2026-08-24, ", ""));
  checkRule(doneAndNotApplicable, LINE.replace(", sans-objet: pas d'abonnement", ""));
  checkRule(doneAndNotApplicable, LINE.replace("2026-08-24", "hier"));
});

test("offers to keep the one or the other", () => {
  checkFix(doneAndNotApplicable, LINE, "deroulement: { maileva: { fait: 2026-08-24 } }\n");
  checkFix(doneAndNotApplicable, LINE, "deroulement: { maileva: { sans-objet: pas d'abonnement } }\n", 1);
});

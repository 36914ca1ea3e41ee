import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { discussionHoursOutOfOrder } from "./discussion-hours-out-of-order.ts";

test("reports hours that end before they begin, on the establishment's own text", () => {
  checkRule(
    discussionHoursOutOfOrder,
    `
#- base.pronote.yaml
communication: { discussions: { horaires: { fin: 18:00 } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
communication:
  discussions:
    horaires:
      debut: 20:00
      #      ^^^^^ Discussions would be open from 20:00 to 18:00: that is never.
`,
  );
});

test("is silent on hours in order, on one hour, and on what is no hour", () => {
  checkRule(
    discussionHoursOutOfOrder,
    "communication: { discussions: { horaires: { debut: 08:00, fin: 18:00 } } }\n",
  );
  checkRule(discussionHoursOutOfOrder, "communication: { discussions: { horaires: { debut: 21:00 } } }\n");
  checkRule(
    discussionHoursOutOfOrder,
    "communication: { discussions: { horaires: { debut: 21h, fin: 08:00 } } }\n",
  );
});

test("offers to swap them", () => {
  checkFix(
    discussionHoursOutOfOrder,
    "communication: { discussions: { horaires: { debut: 20:00, fin: 07:00 } } }\n",
    'communication: { discussions: { horaires: { debut: "07:00", fin: "20:00" } } }\n',
  );
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { discussionsSwitchedOff } from "./discussions-switched-off.ts";

test("reports discussions that are accepted while the messaging is off", () => {
  checkRule(
    discussionsSwitchedOff,
    `
#- a.pronote.yaml
communication: { discussions: { actif: false, messagerie-entre-responsables: true } }
#                                      ^^^^^ The messaging is switched off for the whole establishment, so that this has no effect: “Discussions” (Contact preferences, Students), “Discussions” (roux), “Messaging among guardians” (Communication, Discussions).
#- b.pronote.yaml
preferences-contact:
  eleves:
    discussions: true
professeurs: { roux: { preferences-contact: { discussions: true } } }
`,
  );
});

test("is silent where it is on, not written, or nothing is accepted", () => {
  checkRule(discussionsSwitchedOff, "communication: { discussions: { actif: false } }\n");
  checkRule(
    discussionsSwitchedOff,
    "communication: { discussions: { horaires: {} } }\npreferences-contact: { eleves: { discussions: true } }\n",
  );
  checkRule(
    discussionsSwitchedOff,
    "communication: { discussions: { actif: false } }\npreferences-contact: { eleves: { discussions: false } }\n",
  );
});

test("offers to switch the messaging on", () => {
  checkFix(
    discussionsSwitchedOff,
    "communication: { discussions: { actif: false } }\npreferences-contact: { eleves: { discussions: true } }\n",
    "communication: { discussions: { actif: true } }\npreferences-contact: { eleves: { discussions: true } }\n",
    1,
  );
});

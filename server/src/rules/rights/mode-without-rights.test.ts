import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { modeWithoutRights } from "./mode-without-rights.ts";

test("reports a mode that is ticked, left empty or unticked", () => {
  checkRule(
    modeWithoutRights,
    `
personnels:
  durand:
    mode-administratif: oui
    #                   ^^^ The administrative mode of “durand” needs a user group: write its name here.
  petit: { mode-vie-scolaire: "" }
  #                           ^^ The school-life mode of “petit” needs a profile: write its name here.
professeurs: { roux: { mode-vie-scolaire: non } }
#                                         ^^^ “non” is read as a name. A person without this mode does not have the key.
`,
  );
});

test("is silent on unknown names of a known kind, which unknown-reference reports", () => {
  checkFindings(`
groupes-utilisateurs: { Gestion: { type: modif } }
personnels: { durand: { mode-administratif: true, mode-vie-scolaire: Profil 1 } }
#                                           ^^^^ unknown-reference: “true” is not declared: there is no such name among the user groups.
`);
});

test("offers the predefined profile, or to remove the key", () => {
  checkFix(
    modeWithoutRights,
    "personnels: { durand: { mode-vie-scolaire: true } }\n",
    "personnels: { durand: { mode-vie-scolaire: Profil 1 } }\n",
  );
  checkFix(
    modeWithoutRights,
    "personnels:\n  durand:\n    nom: DURAND\n    mode-administratif: non\n",
    "personnels:\n  durand:\n    nom: DURAND\n",
  );
});

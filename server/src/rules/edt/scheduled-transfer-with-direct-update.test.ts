import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { scheduledTransferWithDirectUpdate } from "./scheduled-transfer-with-direct-update.ts";

const says =
  "“programme” brings EDT's base over and over, while “mise-a-jour” is “directe”: each transfer would overwrite what was changed and booked in PRONOTE.";

test("reports both regimes at once, short or long", () => {
  checkRule(
    scheduledTransferWithDirectUpdate,
    `
edt:
  mise-a-jour: directe
  transfert:
    programme: "22:00"
#   ^^^^^^^^^ ${says}
`,
  );
  checkRule(
    scheduledTransferWithDirectUpdate,
    `
edt: { mise-a-jour: directe, transfert: { programme: { actif: true } } }
#                                         ^^^^^^^^^ ${says}
`,
  );
});

test("is silent where the schedule is off or unfinished, or the update another", () => {
  checkRule(
    scheduledTransferWithDirectUpdate,
    'edt: { mise-a-jour: directe, transfert: { programme: { actif: false, heure: "22:00" } } }\n',
  );
  checkRule(
    scheduledTransferWithDirectUpdate,
    "edt: { mise-a-jour: directe, transfert: { programme: { actif: oui } } }\n",
  );
  checkRule(
    scheduledTransferWithDirectUpdate,
    'edt: { mise-a-jour: par-transfert, transfert: { programme: "22:00" } }\n',
  );
  checkRule(scheduledTransferWithDirectUpdate, 'edt: { transfert: { programme: "22:00" } }\n');
});

test("removes the schedule, or switches the update", () => {
  const text = 'edt:\n  mise-a-jour: directe\n  transfert: { programme: "22:00", initiateur: durand }\n';
  checkFix(scheduledTransferWithDirectUpdate, text, text.replace('programme: "22:00", ', ""));
  checkFix(scheduledTransferWithDirectUpdate, text, text.replace("directe", "par-transfert"), 1);
});

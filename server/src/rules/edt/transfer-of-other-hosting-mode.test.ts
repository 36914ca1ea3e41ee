import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { transferOfOtherHostingMode } from "./transfer-of-other-hosting-mode.ts";

const HOSTED =
  "To a hosted base EDT's assisted transfer goes as far as initialising it; “manuel” is for a Server of one's own.";
const OWN = "To a Server of one's own EDT's data are brought as a .zip; “automatique” is for a hosted base.";

test("reports the way of the other mode", () => {
  checkRule(
    transferOfOtherHostingMode,
    `
hebergement: { mode: heberge }
edt: { transfert: { mode: manuel } }
#                         ^^^^^^ ${HOSTED}
`,
  );
  checkRule(
    transferOfOtherHostingMode,
    `
hebergement: { mode: non-heberge }
edt:
  transfert:
    mode: automatique
#         ^^^^^^^^^^^ ${OWN}
`,
  );
});

test("is silent on the usual way, and without a mode", () => {
  checkRule(
    transferOfOtherHostingMode,
    "hebergement: { mode: heberge }\nedt: { transfert: { mode: automatique } }\n",
  );
  checkRule(transferOfOtherHostingMode, "edt: { transfert: { mode: automatique } }\n");
});

test("switches it, or removes it", () => {
  const text = "hebergement: { mode: heberge }\nedt: { transfert: { mode: manuel, initiateur: durand } }\n";
  checkFix(transferOfOtherHostingMode, text, text.replace("manuel", "automatique"));
  checkFix(transferOfOtherHostingMode, text, text.replace("mode: manuel, ", ""), 1);
});

import type { Rule } from "../api/rule.ts";
import { edtFeatureWithoutRight } from "./edt-feature-without-right.ts";
import { edtRightAgainstLicence } from "./edt-right-against-licence.ts";
import { evaluationOver } from "./evaluation-over.ts";
import { initiateurWithoutRights } from "./initiateur-without-rights.ts";
import { scheduledTransferWithDirectUpdate } from "./scheduled-transfer-with-direct-update.ts";
import { transferOfOtherHostingMode } from "./transfer-of-other-hosting-mode.ts";

/** EDT: its rights, its transfer to PRONOTE. */
export const edt: readonly Rule[] = [
  edtFeatureWithoutRight,
  edtRightAgainstLicence,
  evaluationOver,
  initiateurWithoutRights,
  scheduledTransferWithDirectUpdate,
  transferOfOtherHostingMode,
];

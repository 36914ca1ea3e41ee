import type { Rule } from "../api/rule.ts";
import { baseOutOfService } from "./base-out-of-service.ts";
import { importOfAnotherEstablishment } from "./import-of-another-establishment.ts";
import { nothingToRecover } from "./nothing-to-recover.ts";
import { preparationFileNotZip } from "./preparation-file-not-zip.ts";
import { schoolYearNotConsecutive } from "./school-year-not-consecutive.ts";
import { sourceOfOtherHostingMode } from "./source-of-other-hosting-mode.ts";
import { usedButNotRecovered } from "./used-but-not-recovered.ts";

/** The new base, last year's data and the imports. */
export const newYear: readonly Rule[] = [
  baseOutOfService,
  importOfAnotherEstablishment,
  nothingToRecover,
  preparationFileNotZip,
  schoolYearNotConsecutive,
  sourceOfOtherHostingMode,
  usedButNotRecovered,
];

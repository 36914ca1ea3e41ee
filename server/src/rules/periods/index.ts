import type { Rule } from "../api/rule.ts";
import { bulletinsBeforePeriodEnd } from "./bulletins-before-period-end.ts";
import { clotureBeforePeriodEnd } from "./cloture-before-period-end.ts";
import { periodeEndsBeforeItStarts } from "./periode-ends-before-it-starts.ts";
import { periodeOfAnotherPeriodicite } from "./periode-of-another-periodicite.ts";
import { periodeOutsideSchoolYear } from "./periode-outside-school-year.ts";
import { periodesOutOfOrder } from "./periodes-out-of-order.ts";
import { periodesOverlap } from "./periodes-overlap.ts";
import { relevesBeforePeriod } from "./releves-before-period.ts";
import { uncoveredWeekdays } from "./uncovered-weekdays.ts";

/** Grading periods and what is published in them. */
export const periods: readonly Rule[] = [
  bulletinsBeforePeriodEnd,
  clotureBeforePeriodEnd,
  periodeEndsBeforeItStarts,
  periodeOfAnotherPeriodicite,
  periodeOutsideSchoolYear,
  periodesOutOfOrder,
  periodesOverlap,
  relevesBeforePeriod,
  uncoveredWeekdays,
];

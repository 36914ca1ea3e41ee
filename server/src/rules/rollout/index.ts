import type { Rule } from "../api/rule.ts";
import { doneAndNotApplicable } from "./done-and-not-applicable.ts";
import { fingerprintWithoutEffect } from "./fingerprint-without-effect.ts";
import { proofOfAnotherStep } from "./proof-of-another-step.ts";
import { tickInTheFuture } from "./tick-in-the-future.ts";
import { tickOutsideItsYear } from "./tick-outside-its-year.ts";
import { tickWithoutDay } from "./tick-without-day.ts";

/** The rollout: ticks, comparisons with lists of PRONOTE, fingerprints. */
export const rollout: readonly Rule[] = [
  doneAndNotApplicable,
  fingerprintWithoutEffect,
  proofOfAnotherStep,
  tickInTheFuture,
  tickOutsideItsYear,
  tickWithoutDay,
];

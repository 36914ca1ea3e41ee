import type { Rule } from "../api/rule.ts";
import { applicationOfAnotherYear } from "./application-of-another-year.ts";
import { contradictedValue } from "./contradicted-value.ts";
import { hostOfAnotherEstablishment } from "./host-of-another-establishment.ts";
import { keyOfOtherHostingMode } from "./key-of-other-hosting-mode.ts";
import { rneCheckLetter } from "./rne-check-letter.ts";
import { rneOfAnotherEstablishment } from "./rne-of-another-establishment.ts";
import { rneOfTwoEstablishments } from "./rne-of-two-establishments.ts";
import { rneShape } from "./rne-shape.ts";

/** Which establishment, and what follows from its RNE, its year and its hosting. */
export const establishment: readonly Rule[] = [
  applicationOfAnotherYear,
  contradictedValue,
  hostOfAnotherEstablishment,
  keyOfOtherHostingMode,
  rneCheckLetter,
  rneOfAnotherEstablishment,
  rneOfTwoEstablishments,
  rneShape,
];

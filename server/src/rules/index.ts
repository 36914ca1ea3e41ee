import { planOf } from "./check.ts";
import { competenceServiceWithoutReferentiel } from "./competence-service-without-referentiel.ts";
import { onTheWay } from "./described.ts";
import { keyOfOtherHostingMode } from "./key-of-other-hosting-mode.ts";
import { missingKey } from "./missing-key.ts";
import { modeWithoutRights } from "./mode-without-rights.ts";
import { periodeOfAnotherPeriodicite } from "./periode-of-another-periodicite.ts";
import { personnelWithoutMode } from "./personnel-without-mode.ts";
import { profilCannotEnterDevoirs } from "./profil-cannot-enter-devoirs.ts";
import { profilCannotEnterEvaluations } from "./profil-cannot-enter-evaluations.ts";
import type { Rule } from "./rule.ts";
import { serviceWithoutProfesseur } from "./service-without-professeur.ts";
import { unknownReference } from "./unknown-reference.ts";

/** Every rule, by subject. */
export const rules: readonly Rule[] = [
  ...onTheWay,
  keyOfOtherHostingMode,
  missingKey,
  unknownReference,
  periodeOfAnotherPeriodicite,
  serviceWithoutProfesseur,
  competenceServiceWithoutReferentiel,
  profilCannotEnterDevoirs,
  profilCannotEnterEvaluations,
  personnelWithoutMode,
  modeWithoutRights,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export const plan = planOf(rules);

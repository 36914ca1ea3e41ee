import { channelWithoutCoordonnee } from "./channel-without-coordonnee.ts";
import { planOf } from "./check.ts";
import { competenceServiceWithoutReferentiel } from "./competence-service-without-referentiel.ts";
import { onTheWay } from "./described.ts";
import { discussionsSwitchedOff } from "./discussions-switched-off.ts";
import { documentalisteWithoutProfil } from "./documentaliste-without-profil.ts";
import { duplicateEmail } from "./duplicate-email.ts";
import { duplicateIdentifiant } from "./duplicate-identifiant.ts";
import { keyOfOtherHostingMode } from "./key-of-other-hosting-mode.ts";
import { mailevaWithoutContrat } from "./maileva-without-contrat.ts";
import { missingKey } from "./missing-key.ts";
import { modeWithoutRights } from "./mode-without-rights.ts";
import { moreAdministratifsThanLicence } from "./more-administratifs-than-licence.ts";
import { moreProfesseursThanLicence } from "./more-professeurs-than-licence.ts";
import { periodeOfAnotherPeriodicite } from "./periode-of-another-periodicite.ts";
import { personnelWithoutMode } from "./personnel-without-mode.ts";
import { profilCannotEnterDevoirs } from "./profil-cannot-enter-devoirs.ts";
import { profilCannotEnterEvaluations } from "./profil-cannot-enter-evaluations.ts";
import { rneCheckLetter } from "./rne-check-letter.ts";
import { rneShape } from "./rne-shape.ts";
import type { Rule } from "./rule.ts";
import { schoolYearNotConsecutive } from "./school-year-not-consecutive.ts";
import { serviceWithoutProfesseur } from "./service-without-professeur.ts";
import { sharedAccount } from "./shared-account.ts";
import { smsWithoutContrat } from "./sms-without-contrat.ts";
import { twoSpr } from "./two-spr.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unknownStep } from "./unknown-step.ts";

/** Every rule, by subject. */
export const rules: readonly Rule[] = [
  ...onTheWay,
  schoolYearNotConsecutive,
  rneShape,
  rneCheckLetter,
  keyOfOtherHostingMode,
  missingKey,
  unknownReference,
  unknownStep,
  periodeOfAnotherPeriodicite,
  serviceWithoutProfesseur,
  competenceServiceWithoutReferentiel,
  profilCannotEnterDevoirs,
  profilCannotEnterEvaluations,
  personnelWithoutMode,
  modeWithoutRights,
  moreProfesseursThanLicence,
  moreAdministratifsThanLicence,
  documentalisteWithoutProfil,
  sharedAccount,
  duplicateIdentifiant,
  duplicateEmail,
  twoSpr,
  smsWithoutContrat,
  mailevaWithoutContrat,
  discussionsSwitchedOff,
  channelWithoutCoordonnee,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export const plan = planOf(rules);

import type { Rule } from "../api/rule.ts";
import { consultGroupWithoutLicence } from "./consult-group-without-licence.ts";
import { groupeTypeReserved } from "./groupe-type-reserved.ts";
import { modeWithoutRights } from "./mode-without-rights.ts";
import { personnelWithoutMode } from "./personnel-without-mode.ts";
import { ppRightsWithoutProfesseurPrincipal } from "./pp-rights-without-professeur-principal.ts";
import { profilCannotEnterDevoirs } from "./profil-cannot-enter-devoirs.ts";
import { profilCannotEnterEvaluations } from "./profil-cannot-enter-evaluations.ts";
import { superAdministrateurOutsideAdministration } from "./super-administrateur-outside-administration.ts";

/** Profiles of authorisations and user groups. */
export const rights: readonly Rule[] = [
  consultGroupWithoutLicence,
  groupeTypeReserved,
  modeWithoutRights,
  personnelWithoutMode,
  ppRightsWithoutProfesseurPrincipal,
  profilCannotEnterDevoirs,
  profilCannotEnterEvaluations,
  superAdministrateurOutsideAdministration,
];

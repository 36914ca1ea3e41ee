import type { Rule } from "../api/rule.ts";
import { classesWithoutVieScolaire } from "./classes-without-vie-scolaire.ts";
import { documentalisteWithoutProfil } from "./documentaliste-without-profil.ts";
import { duplicateEmail } from "./duplicate-email.ts";
import { duplicateIdentifiant } from "./duplicate-identifiant.ts";
import { moreAdministratifsThanLicence } from "./more-administratifs-than-licence.ts";
import { moreProfesseursThanLicence } from "./more-professeurs-than-licence.ts";
import { sharedAccount } from "./shared-account.ts";
import { twoSpr } from "./two-spr.ts";

/** Staff and teachers who have an account, and the licence. */
export const people: readonly Rule[] = [
  classesWithoutVieScolaire,
  documentalisteWithoutProfil,
  duplicateEmail,
  duplicateIdentifiant,
  moreAdministratifsThanLicence,
  moreProfesseursThanLicence,
  sharedAccount,
  twoSpr,
];

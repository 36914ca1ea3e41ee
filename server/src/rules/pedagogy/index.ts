import type { Rule } from "../api/rule.ts";
import { absurdCoefficient } from "./absurd-coefficient.ts";
import { classeUnlikeItsNiveau } from "./classe-unlike-its-niveau.ts";
import { classeWithoutActiveService } from "./classe-without-active-service.ts";
import { coEnseignementAgainstProfesseurs } from "./co-enseignement-against-professeurs.ts";
import { competenceServiceWithoutReferentiel } from "./competence-service-without-referentiel.ts";
import { duplicateService } from "./duplicate-service.ts";
import { groupeForNoClasse } from "./groupe-for-no-classe.ts";
import { niveauAgainstName } from "./niveau-against-name.ts";
import { positionnementAgainstServices } from "./positionnement-against-services.ts";
import { positionnementOutsideCollege } from "./positionnement-outside-college.ts";
import { professeurPrincipalWithoutService } from "./professeur-principal-without-service.ts";
import { professeurWithoutService } from "./professeur-without-service.ts";
import { serviceWithoutProfesseur } from "./service-without-professeur.ts";
import { sousServicesWithoutCoefficient } from "./sous-services-without-coefficient.ts";

/** Classes, groups of pupils and their services. */
export const pedagogy: readonly Rule[] = [
  absurdCoefficient,
  classeUnlikeItsNiveau,
  classeWithoutActiveService,
  coEnseignementAgainstProfesseurs,
  competenceServiceWithoutReferentiel,
  duplicateService,
  groupeForNoClasse,
  niveauAgainstName,
  positionnementAgainstServices,
  positionnementOutsideCollege,
  professeurPrincipalWithoutService,
  professeurWithoutService,
  serviceWithoutProfesseur,
  sousServicesWithoutCoefficient,
];

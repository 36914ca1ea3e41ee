import { absurdCoefficient } from "./absurd-coefficient.ts";
import { accessPerFamily } from "./access-per-family.ts";
import { accountWithoutUsers } from "./account-without-users.ts";
import { applicationOfAnotherYear } from "./application-of-another-year.ts";
import { baseOutOfService } from "./base-out-of-service.ts";
import { bookingByNobody } from "./booking-by-nobody.ts";
import { bulletinsBeforePeriodEnd } from "./bulletins-before-period-end.ts";
import { channelWithoutCoordonnee } from "./channel-without-coordonnee.ts";
import { classeUnlikeItsNiveau } from "./classe-unlike-its-niveau.ts";
import { classeWithoutActiveService } from "./classe-without-active-service.ts";
import { classesWithoutVieScolaire } from "./classes-without-vie-scolaire.ts";
import { clotureBeforePeriodEnd } from "./cloture-before-period-end.ts";
import { coEnseignementAgainstProfesseurs } from "./co-enseignement-against-professeurs.ts";
import { competenceServiceWithoutReferentiel } from "./competence-service-without-referentiel.ts";
import { connectionLetterOfAnotherAudience } from "./connection-letter-of-another-audience.ts";
import { connectionNotToPublication } from "./connection-not-to-publication.ts";
import { consultGroupWithoutLicence } from "./consult-group-without-licence.ts";
import { delegationWithoutSmtp } from "./delegation-without-smtp.ts";
import { onTheWay } from "./described.ts";
import { desiderataOutOfReach } from "./desiderata-out-of-reach.ts";
import { discussionHoursOutOfOrder } from "./discussion-hours-out-of-order.ts";
import { discussionsSwitchedOff } from "./discussions-switched-off.ts";
import { documentalisteWithoutProfil } from "./documentaliste-without-profil.ts";
import { duplicateDeclaration } from "./duplicate-declaration.ts";
import { duplicateEmail } from "./duplicate-email.ts";
import { duplicateIdentifiant } from "./duplicate-identifiant.ts";
import { duplicateService } from "./duplicate-service.ts";
import { eMailsNotDelegated } from "./e-mails-not-delegated.ts";
import { edtFeatureWithoutRight } from "./edt-feature-without-right.ts";
import { edtRightAgainstLicence } from "./edt-right-against-licence.ts";
import { entAddressNotHttps } from "./ent-address-not-https.ts";
import { entAudienceWithOwnPasswords } from "./ent-audience-with-own-passwords.ts";
import { entParametersByHand } from "./ent-parameters-by-hand.ts";
import { espaceDirectionWithoutUser } from "./espace-direction-without-user.ts";
import { espaceWithEverythingOff } from "./espace-with-everything-off.ts";
import { espacesNotHttps } from "./espaces-not-https.ts";
import { espacesWithoutPronoteNet } from "./espaces-without-pronote-net.ts";
import { evaluationOver } from "./evaluation-over.ts";
import { exitBeforeLunch } from "./exit-before-lunch.ts";
import { expectedWithoutRight } from "./expected-without-right.ts";
import { externalPortTwice } from "./external-port-twice.ts";
import { groupeForNoClasse } from "./groupe-for-no-classe.ts";
import { groupeTypeReserved } from "./groupe-type-reserved.ts";
import { hostOfAnotherEstablishment } from "./host-of-another-establishment.ts";
import { hostedServiceWhenSelfHosted } from "./hosted-service-when-self-hosted.ts";
import { importOfAnotherEstablishment } from "./import-of-another-establishment.ts";
import { impossibleDate } from "./impossible-date.ts";
import { initiateurWithoutRights } from "./initiateur-without-rights.ts";
import { keyOfOtherHostingMode } from "./key-of-other-hosting-mode.ts";
import { mailevaWithoutContrat } from "./maileva-without-contrat.ts";
import { mealsWithoutCounting } from "./meals-without-counting.ts";
import { missingKey } from "./missing-key.ts";
import { modeWithoutRights } from "./mode-without-rights.ts";
import { moreAdministratifsThanLicence } from "./more-administratifs-than-licence.ts";
import { moreProfesseursThanLicence } from "./more-professeurs-than-licence.ts";
import { niveauAgainstName } from "./niveau-against-name.ts";
import { nothingToRecover } from "./nothing-to-recover.ts";
import { optionOfUnpublishedRubrique } from "./option-of-unpublished-rubrique.ts";
import { overrideWithoutEffect } from "./override-without-effect.ts";
import { passwordRecoveryWithoutEmail } from "./password-recovery-without-email.ts";
import { periodeEndsBeforeItStarts } from "./periode-ends-before-it-starts.ts";
import { periodeOfAnotherPeriodicite } from "./periode-of-another-periodicite.ts";
import { periodeOutsideSchoolYear } from "./periode-outside-school-year.ts";
import { periodesOutOfOrder } from "./periodes-out-of-order.ts";
import { periodesOverlap } from "./periodes-overlap.ts";
import { personnelWithoutMode } from "./personnel-without-mode.ts";
import { placeholderLeftIn } from "./placeholder-left-in.ts";
import { planOf } from "./plan.ts";
import { positionnementAgainstServices } from "./positionnement-against-services.ts";
import { positionnementOutsideCollege } from "./positionnement-outside-college.ts";
import { ppRightsWithoutProfesseurPrincipal } from "./pp-rights-without-professeur-principal.ts";
import { preparationFileNotZip } from "./preparation-file-not-zip.ts";
import { privateIpFixe } from "./private-ip-fixe.ts";
import { professeurPrincipalWithoutService } from "./professeur-principal-without-service.ts";
import { professeurWithoutService } from "./professeur-without-service.ts";
import { profilCannotEnterDevoirs } from "./profil-cannot-enter-devoirs.ts";
import { profilCannotEnterEvaluations } from "./profil-cannot-enter-evaluations.ts";
import { projetHiddenFromTeam } from "./projet-hidden-from-team.ts";
import { pronoteNetViaRelais } from "./pronote-net-via-relais.ts";
import { publishedWithoutRedirection } from "./published-without-redirection.ts";
import { recoveredPasswordInLetter } from "./recovered-password-in-letter.ts";
import { relaisWhenHosted } from "./relais-when-hosted.ts";
import { relevesBeforePeriod } from "./releves-before-period.ts";
import { removalWithoutEffect } from "./removal-without-effect.ts";
import { rencontreEndsBeforeItStarts } from "./rencontre-ends-before-it-starts.ts";
import { rencontreOnSunday } from "./rencontre-on-sunday.ts";
import { rencontreOutsideSchoolYear } from "./rencontre-outside-school-year.ts";
import { rencontreWithoutClasse } from "./rencontre-without-classe.ts";
import { reservedName } from "./reserved-name.ts";
import { responsableTraitementNotHead } from "./responsable-traitement-not-head.ts";
import { rneCheckLetter } from "./rne-check-letter.ts";
import { rneOfAnotherEstablishment } from "./rne-of-another-establishment.ts";
import { rneOfTwoEstablishments } from "./rne-of-two-establishments.ts";
import { rneShape } from "./rne-shape.ts";
import { rubriquesOfUnpublishedEspace } from "./rubriques-of-unpublished-espace.ts";
import type { Rule } from "./rule.ts";
import { sameAddressAndPort } from "./same-address-and-port.ts";
import { scheduledTransferWithDirectUpdate } from "./scheduled-transfer-with-direct-update.ts";
import { schoolYearNotConsecutive } from "./school-year-not-consecutive.ts";
import { serviceWithoutProfesseur } from "./service-without-professeur.ts";
import { settingSwitchedOff } from "./setting-switched-off.ts";
import { sharedAccount } from "./shared-account.ts";
import { smsWithoutContrat } from "./sms-without-contrat.ts";
import { smtpPortOfOtherEncryption } from "./smtp-port-of-other-encryption.ts";
import { smtpWithHostedService } from "./smtp-with-hosted-service.ts";
import { smtpWithoutEncryption } from "./smtp-without-encryption.ts";
import { sourceOfOtherHostingMode } from "./source-of-other-hosting-mode.ts";
import { sousServicesWithoutCoefficient } from "./sous-services-without-coefficient.ts";
import { superAdministrateurOutsideAdministration } from "./super-administrateur-outside-administration.ts";
import { transferOfOtherHostingMode } from "./transfer-of-other-hosting-mode.ts";
import { twoFactorOff } from "./two-factor-off.ts";
import { twoSpr } from "./two-spr.ts";
import { uncoveredWeekdays } from "./uncovered-weekdays.ts";
import { unknownReference } from "./unknown-reference.ts";
import { unknownStep } from "./unknown-step.ts";
import { unusedDeclaration } from "./unused-declaration.ts";
import { unusualHostedPort } from "./unusual-hosted-port.ts";
import { usedButNotRecovered } from "./used-but-not-recovered.ts";
import { weakPasswords } from "./weak-passwords.ts";
import { wishWindowOutOfOrder } from "./wish-window-out-of-order.ts";

/** Every rule, by subject. */
export const rules: readonly Rule[] = [
  ...onTheWay,
  accessPerFamily,
  espacesNotHttps,
  optionOfUnpublishedRubrique,
  wishWindowOutOfOrder,
  rencontreEndsBeforeItStarts,
  externalPortTwice,
  baseOutOfService,
  espacesWithoutPronoteNet,
  initiateurWithoutRights,
  edtRightAgainstLicence,
  removalWithoutEffect,
  overrideWithoutEffect,
  rneOfTwoEstablishments,
  espaceDirectionWithoutUser,
  rneOfAnotherEstablishment,
  importOfAnotherEstablishment,
  rencontreOutsideSchoolYear,
  rencontreOnSunday,
  rencontreWithoutClasse,
  desiderataOutOfReach,
  bookingByNobody,
  passwordRecoveryWithoutEmail,
  bulletinsBeforePeriodEnd,
  relevesBeforePeriod,
  rubriquesOfUnpublishedEspace,
  espaceWithEverythingOff,
  entAddressNotHttps,
  entParametersByHand,
  entAudienceWithOwnPasswords,
  scheduledTransferWithDirectUpdate,
  transferOfOtherHostingMode,
  evaluationOver,
  edtFeatureWithoutRight,
  recoveredPasswordInLetter,
  usedButNotRecovered,
  nothingToRecover,
  preparationFileNotZip,
  sourceOfOtherHostingMode,
  sameAddressAndPort,
  privateIpFixe,
  applicationOfAnotherYear,
  publishedWithoutRedirection,
  relaisWhenHosted,
  pronoteNetViaRelais,
  unusualHostedPort,
  connectionNotToPublication,
  placeholderLeftIn,
  hostOfAnotherEstablishment,
  schoolYearNotConsecutive,
  rneShape,
  rneCheckLetter,
  keyOfOtherHostingMode,
  missingKey,
  unknownReference,
  duplicateDeclaration,
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
  eMailsNotDelegated,
  smtpWithHostedService,
  hostedServiceWhenSelfHosted,
  delegationWithoutSmtp,
  smtpWithoutEncryption,
  smtpPortOfOtherEncryption,
  accountWithoutUsers,
  classeWithoutActiveService,
  duplicateService,
  positionnementAgainstServices,
  positionnementOutsideCollege,
  sousServicesWithoutCoefficient,
  absurdCoefficient,
  reservedName,
  niveauAgainstName,
  professeurPrincipalWithoutService,
  professeurWithoutService,
  classeUnlikeItsNiveau,
  impossibleDate,
  periodeEndsBeforeItStarts,
  periodesOverlap,
  periodeOutsideSchoolYear,
  periodesOutOfOrder,
  uncoveredWeekdays,
  ppRightsWithoutProfesseurPrincipal,
  superAdministrateurOutsideAdministration,
  groupeTypeReserved,
  consultGroupWithoutLicence,
  weakPasswords,
  twoFactorOff,
  classesWithoutVieScolaire,
  mealsWithoutCounting,
  exitBeforeLunch,
  projetHiddenFromTeam,
  connectionLetterOfAnotherAudience,
  expectedWithoutRight,
  unusedDeclaration,
  clotureBeforePeriodEnd,
  coEnseignementAgainstProfesseurs,
  groupeForNoClasse,
  discussionHoursOutOfOrder,
  responsableTraitementNotHead,
  settingSwitchedOff,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

export const plan = planOf(rules);

/** The rules that compare establishments. */
export const comparing = rules.flatMap((rule) => (rule.across ? [{ rule, across: rule.across }] : []));

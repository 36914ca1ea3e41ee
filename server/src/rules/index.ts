import { planOf } from "../analysis/plan.ts";
import type { Rule } from "./api/rule.ts";
import { accountWithoutUsers } from "./communication/account-without-users.ts";
import { channelWithoutCoordonnee } from "./communication/channel-without-coordonnee.ts";
import { connectionLetterOfAnotherAudience } from "./communication/connection-letter-of-another-audience.ts";
import { delegationWithoutSmtp } from "./communication/delegation-without-smtp.ts";
import { discussionHoursOutOfOrder } from "./communication/discussion-hours-out-of-order.ts";
import { discussionsSwitchedOff } from "./communication/discussions-switched-off.ts";
import { eMailsNotDelegated } from "./communication/e-mails-not-delegated.ts";
import { expectedWithoutRight } from "./communication/expected-without-right.ts";
import { hostedServiceWhenSelfHosted } from "./communication/hosted-service-when-self-hosted.ts";
import { mailevaWithoutContrat } from "./communication/maileva-without-contrat.ts";
import { recoveredPasswordInLetter } from "./communication/recovered-password-in-letter.ts";
import { smsWithoutContrat } from "./communication/sms-without-contrat.ts";
import { smtpPortOfOtherEncryption } from "./communication/smtp-port-of-other-encryption.ts";
import { smtpWithHostedService } from "./communication/smtp-with-hosted-service.ts";
import { smtpWithoutEncryption } from "./communication/smtp-without-encryption.ts";
import { onTheWay } from "./described.ts";
import { edtFeatureWithoutRight } from "./edt/edt-feature-without-right.ts";
import { edtRightAgainstLicence } from "./edt/edt-right-against-licence.ts";
import { evaluationOver } from "./edt/evaluation-over.ts";
import { initiateurWithoutRights } from "./edt/initiateur-without-rights.ts";
import { scheduledTransferWithDirectUpdate } from "./edt/scheduled-transfer-with-direct-update.ts";
import { transferOfOtherHostingMode } from "./edt/transfer-of-other-hosting-mode.ts";
import { accessPerFamily } from "./espaces/access-per-family.ts";
import { entAddressNotHttps } from "./espaces/ent-address-not-https.ts";
import { entAudienceWithOwnPasswords } from "./espaces/ent-audience-with-own-passwords.ts";
import { entParametersByHand } from "./espaces/ent-parameters-by-hand.ts";
import { espaceDirectionWithoutUser } from "./espaces/espace-direction-without-user.ts";
import { espaceWithEverythingOff } from "./espaces/espace-with-everything-off.ts";
import { espacesWithoutPronoteNet } from "./espaces/espaces-without-pronote-net.ts";
import { optionOfUnpublishedRubrique } from "./espaces/option-of-unpublished-rubrique.ts";
import { passwordRecoveryWithoutEmail } from "./espaces/password-recovery-without-email.ts";
import { rubriquesOfUnpublishedEspace } from "./espaces/rubriques-of-unpublished-espace.ts";
import { applicationOfAnotherYear } from "./establishment/application-of-another-year.ts";
import { hostOfAnotherEstablishment } from "./establishment/host-of-another-establishment.ts";
import { keyOfOtherHostingMode } from "./establishment/key-of-other-hosting-mode.ts";
import { rneCheckLetter } from "./establishment/rne-check-letter.ts";
import { rneOfAnotherEstablishment } from "./establishment/rne-of-another-establishment.ts";
import { rneOfTwoEstablishments } from "./establishment/rne-of-two-establishments.ts";
import { rneShape } from "./establishment/rne-shape.ts";
import { overrideWithoutEffect } from "./files/override-without-effect.ts";
import { removalWithoutEffect } from "./files/removal-without-effect.ts";
import { impossibleDate } from "./language/impossible-date.ts";
import { missingKey } from "./language/missing-key.ts";
import { placeholderLeftIn } from "./language/placeholder-left-in.ts";
import { duplicateDeclaration } from "./names/duplicate-declaration.ts";
import { reservedName } from "./names/reserved-name.ts";
import { unknownReference } from "./names/unknown-reference.ts";
import { unknownStep } from "./names/unknown-step.ts";
import { unusedDeclaration } from "./names/unused-declaration.ts";
import { connectionNotToPublication } from "./network/connection-not-to-publication.ts";
import { espacesNotHttps } from "./network/espaces-not-https.ts";
import { externalPortTwice } from "./network/external-port-twice.ts";
import { privateIpFixe } from "./network/private-ip-fixe.ts";
import { pronoteNetViaRelais } from "./network/pronote-net-via-relais.ts";
import { publishedWithoutRedirection } from "./network/published-without-redirection.ts";
import { relaisWhenHosted } from "./network/relais-when-hosted.ts";
import { sameAddressAndPort } from "./network/same-address-and-port.ts";
import { unusualHostedPort } from "./network/unusual-hosted-port.ts";
import { baseOutOfService } from "./new-year/base-out-of-service.ts";
import { importOfAnotherEstablishment } from "./new-year/import-of-another-establishment.ts";
import { nothingToRecover } from "./new-year/nothing-to-recover.ts";
import { preparationFileNotZip } from "./new-year/preparation-file-not-zip.ts";
import { schoolYearNotConsecutive } from "./new-year/school-year-not-consecutive.ts";
import { sourceOfOtherHostingMode } from "./new-year/source-of-other-hosting-mode.ts";
import { usedButNotRecovered } from "./new-year/used-but-not-recovered.ts";
import { absurdCoefficient } from "./pedagogy/absurd-coefficient.ts";
import { classeUnlikeItsNiveau } from "./pedagogy/classe-unlike-its-niveau.ts";
import { classeWithoutActiveService } from "./pedagogy/classe-without-active-service.ts";
import { coEnseignementAgainstProfesseurs } from "./pedagogy/co-enseignement-against-professeurs.ts";
import { competenceServiceWithoutReferentiel } from "./pedagogy/competence-service-without-referentiel.ts";
import { duplicateService } from "./pedagogy/duplicate-service.ts";
import { groupeForNoClasse } from "./pedagogy/groupe-for-no-classe.ts";
import { niveauAgainstName } from "./pedagogy/niveau-against-name.ts";
import { positionnementAgainstServices } from "./pedagogy/positionnement-against-services.ts";
import { positionnementOutsideCollege } from "./pedagogy/positionnement-outside-college.ts";
import { professeurPrincipalWithoutService } from "./pedagogy/professeur-principal-without-service.ts";
import { professeurWithoutService } from "./pedagogy/professeur-without-service.ts";
import { serviceWithoutProfesseur } from "./pedagogy/service-without-professeur.ts";
import { sousServicesWithoutCoefficient } from "./pedagogy/sous-services-without-coefficient.ts";
import { classesWithoutVieScolaire } from "./people/classes-without-vie-scolaire.ts";
import { documentalisteWithoutProfil } from "./people/documentaliste-without-profil.ts";
import { duplicateEmail } from "./people/duplicate-email.ts";
import { duplicateIdentifiant } from "./people/duplicate-identifiant.ts";
import { moreAdministratifsThanLicence } from "./people/more-administratifs-than-licence.ts";
import { moreProfesseursThanLicence } from "./people/more-professeurs-than-licence.ts";
import { sharedAccount } from "./people/shared-account.ts";
import { twoSpr } from "./people/two-spr.ts";
import { bulletinsBeforePeriodEnd } from "./periods/bulletins-before-period-end.ts";
import { clotureBeforePeriodEnd } from "./periods/cloture-before-period-end.ts";
import { periodeEndsBeforeItStarts } from "./periods/periode-ends-before-it-starts.ts";
import { periodeOfAnotherPeriodicite } from "./periods/periode-of-another-periodicite.ts";
import { periodeOutsideSchoolYear } from "./periods/periode-outside-school-year.ts";
import { periodesOutOfOrder } from "./periods/periodes-out-of-order.ts";
import { periodesOverlap } from "./periods/periodes-overlap.ts";
import { relevesBeforePeriod } from "./periods/releves-before-period.ts";
import { uncoveredWeekdays } from "./periods/uncovered-weekdays.ts";
import { consultGroupWithoutLicence } from "./rights/consult-group-without-licence.ts";
import { groupeTypeReserved } from "./rights/groupe-type-reserved.ts";
import { modeWithoutRights } from "./rights/mode-without-rights.ts";
import { personnelWithoutMode } from "./rights/personnel-without-mode.ts";
import { ppRightsWithoutProfesseurPrincipal } from "./rights/pp-rights-without-professeur-principal.ts";
import { profilCannotEnterDevoirs } from "./rights/profil-cannot-enter-devoirs.ts";
import { profilCannotEnterEvaluations } from "./rights/profil-cannot-enter-evaluations.ts";
import { superAdministrateurOutsideAdministration } from "./rights/super-administrateur-outside-administration.ts";
import { bookingByNobody } from "./school-life/booking-by-nobody.ts";
import { desiderataOutOfReach } from "./school-life/desiderata-out-of-reach.ts";
import { exitBeforeLunch } from "./school-life/exit-before-lunch.ts";
import { mealsWithoutCounting } from "./school-life/meals-without-counting.ts";
import { projetHiddenFromTeam } from "./school-life/projet-hidden-from-team.ts";
import { rencontreEndsBeforeItStarts } from "./school-life/rencontre-ends-before-it-starts.ts";
import { rencontreOnSunday } from "./school-life/rencontre-on-sunday.ts";
import { rencontreOutsideSchoolYear } from "./school-life/rencontre-outside-school-year.ts";
import { rencontreWithoutClasse } from "./school-life/rencontre-without-classe.ts";
import { wishWindowOutOfOrder } from "./school-life/wish-window-out-of-order.ts";
import { responsableTraitementNotHead } from "./security/responsable-traitement-not-head.ts";
import { settingSwitchedOff } from "./security/setting-switched-off.ts";
import { twoFactorOff } from "./security/two-factor-off.ts";
import { weakPasswords } from "./security/weak-passwords.ts";

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

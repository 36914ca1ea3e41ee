import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { smsWithoutContrat } from "./sms-without-contrat.ts";

test("reports SMS that are ticked without a registration, once", () => {
  checkRule(
    smsWithoutContrat,
    `
communication:
  sms:
    contrat: false
    #        ^^^^^ The establishment is not registered for SMS, so that this sends none: “SMS” (Contact preferences, Guardians), “SMS” (durand), “Send SMS” (Profil 1)….
preferences-contact: { responsables: { sms: true }, eleves: { sms: false } }
personnels: { durand: { preferences-contact: { sms: true } } }
profils-personnels:
  Profil 1: { autorisations: { communication: { envoyer-sms: true } } }
  Profil 2: { comme: Profil 1 }
informations-connexion: { eleves: { envoi: { sms: true } } }
`,
  );
});

test("is reported on the ticked box where a base says that there is no registration; ticks in a base are left alone", () => {
  checkRule(
    smsWithoutContrat,
    `
#- base.pronote.yaml
communication: { sms: { contrat: false } }
profils-personnels: { Profil 1: { autorisations: { communication: { envoyer-sms: true } } } }
#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
preferences-contact: { eleves: { sms: true } }
#                                     ^^^^ The establishment is not registered for SMS, so that this sends none: “SMS” (Contact preferences, Students).
#- lycee/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
preferences-contact: { eleves: { sms: false } }
`,
  );
});

test("is silent with a registration, and while it is not written", () => {
  checkRule(
    smsWithoutContrat,
    "preferences-contact: { eleves: { sms: true } }\ncommunication: { sms: {} }\n",
  );
  checkRule(
    smsWithoutContrat,
    "preferences-contact: { eleves: { sms: true } }\ncommunication: { sms: { contrat: true } }\n",
  );
  checkRule(
    smsWithoutContrat,
    "preferences-contact: { eleves: { sms: oui } }\ncommunication: { sms: { contrat: non } }\n",
  );
});

test("offers to untick, and to write the registration down", () => {
  const before =
    "communication: { sms: { contrat: false } }\npreferences-contact: { eleves: { sms: true } }\n";
  checkFix(
    smsWithoutContrat,
    before,
    "communication: { sms: { contrat: false } }\npreferences-contact: { eleves: { sms: false } }\n",
  );
  checkFix(
    smsWithoutContrat,
    before,
    "communication: { sms: { contrat: true } }\npreferences-contact: { eleves: { sms: true } }\n",
    1,
  );
});

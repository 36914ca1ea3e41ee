import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { channelWithoutCoordonnee } from "./channel-without-coordonnee.ts";

test("reports each channel that a person accepts without its contact detail", () => {
  checkRule(
    channelWithoutCoordonnee,
    `
personnels:
  durand:
    coordonnees: { mobile: false, email: true, adresse: false }
    preferences-contact:
      sms: true
      #    ^^^^ “durand” accepts “sms”, and PRONOTE has no mobile number: nothing would arrive.
      e-mails: true
professeurs: { roux: { coordonnees: { adresse: false }, preferences-contact: { courriers: true } } }
#                                                                                         ^^^^ “roux” accepts “courriers”, and PRONOTE has no postal address: nothing would arrive.
`,
  );
});

test("the e-mails of parents need an address too, and that of the profession is one", () => {
  checkRule(
    channelWithoutCoordonnee,
    `
professeurs:
  roux: { coordonnees: { email: false }, preferences-contact: { e-mails-parents: true } }
  #                                                                              ^^^^ “roux” accepts “e-mails-parents”, and PRONOTE has no e-mail address: nothing would arrive.
  noir:
    coordonnees: { email: false, mobile: false }
    email-professionnel: noir@ac-exemple.fr
    preferences-contact: { e-mails: true, e-mails-parents: true }
`,
  );
});

test("reports what a base accepts for all pupils or guardians, and only where no heir can use it", () => {
  const base = (mark: string) => `
#- base.pronote.yaml
preferences-contact: { eleves: { sms: true } }
${mark}#- college/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
eleves: { coordonnees: { mobile: false } }
`;
  checkRule(
    channelWithoutCoordonnee,
    base(
      `#                                     ^^^^ “eleves” accepts “sms”, and PRONOTE has no mobile number: nothing would arrive.\n`,
    ),
  );
  checkRule(
    channelWithoutCoordonnee,
    `${base("")}#- lycee/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\neleves: { coordonnees: { mobile: true } }\n`,
  );
});

test("is silent on what is not written, and on the initial values of staff and teachers", () => {
  checkRule(
    channelWithoutCoordonnee,
    `
preferences-contact: { personnels: { sms: true }, responsables: { e-mails: true } }
personnels:
  durand: { coordonnees: { mobile: false } }
  petit: { preferences-contact: { sms: true } }
  noir: { coordonnees: { mobile: true }, preferences-contact: { sms: true } }
`,
  );
});

test("offers to untick the channel", () => {
  checkFix(
    channelWithoutCoordonnee,
    "personnels: { a: { coordonnees: { email: false }, preferences-contact: { e-mails: true } } }\n",
    "personnels: { a: { coordonnees: { email: false }, preferences-contact: { e-mails: false } } }\n",
  );
});

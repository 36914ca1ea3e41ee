import { expect, test } from "vitest";
import { checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { passwordRecoveryWithoutEmail } from "./password-recovery-without-email.ts";

const says = (who: string) =>
  `A forgotten password is recovered by e-mail, and PRONOTE has no valid address for ${who}.`;

test("reports, once, people without an e-mail address", () => {
  checkRule(
    passwordRecoveryWithoutEmail,
    `
espaces: { professeurs: { recuperation-mot-de-passe: true } }
#                                                    ^^^^ ${says("“a”, “b”, “c” and 1 more")}
professeurs:
  a: { coordonnees: { email: false } }
  b: { coordonnees: { email: false } }
  c: { coordonnees: { email: false } }
  d: { coordonnees: { email: false } }
  e: { coordonnees: { email: true } }
`,
  );
});

test("distinguishes the users of each Espace, and is reported on the establishment's own text", () => {
  checkRule(
    passwordRecoveryWithoutEmail,
    `
#- base.pronote.yaml
espaces: { direction: { recuperation-mot-de-passe: true } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
personnels:
  cpe: { mode-vie-scolaire: Profil 1, coordonnees: { email: false } }
  chef:
    mode-administratif: Administration
    coordonnees: { email: false }
#                         ^^^^^ ${says("“chef”")}
`,
  );
});

test("is silent where an address is written, nothing is known, or recovery is off", () => {
  checkRule(
    passwordRecoveryWithoutEmail,
    `
espaces: { professeurs: { recuperation-mot-de-passe: true }, vie-scolaire: { recuperation-mot-de-passe: false } }
professeurs: { a: { coordonnees: { mobile: false } }, b: { email-professionnel: b@ac-exemple.fr, coordonnees: { email: false } } }
personnels: { c: { mode-vie-scolaire: Profil 1, coordonnees: { email: false } } }
`,
  );
});

test("refers once to a box that several people share", () => {
  const findings = findingsIn(
    fixture(`
preferences-contact: { professeurs: { coordonnees: { email: false } } }
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
espaces: { professeurs: { recuperation-mot-de-passe: true } }
`),
  ).filter(({ id }) => id === passwordRecoveryWithoutEmail.id);
  expect(findings.map(({ related }) => related?.length)).toEqual([1]);
});

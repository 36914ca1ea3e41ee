import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { entAudienceWithOwnPasswords } from "./ent-audience-with-own-passwords.ts";

const ENT =
  "ent: { actif: true, nom: Atrium, profils: { eleves: true, personnels: true, responsables: false } }\n";
const letter = (who: string) =>
  `“${who}” sign in through the ENT: the connection details of PRONOTE that they are sent are of no use there.`;
const recovery = (who: string) =>
  `“${who}” sign in through the ENT: a forgotten password is recovered there, not in PRONOTE.`;

test("reports letters and password recovery for those who come in through the ENT", () => {
  checkRule(
    entAudienceWithOwnPasswords,
    `${ENT}informations-connexion:
  eleves: { envoi: { courrier: true } }
# ^^^^^^ ${letter("eleves")}
  responsables: { envoi: { courrier: true } }
espaces:
  parents: { recuperation-mot-de-passe: true }
  eleves:
    recuperation-mot-de-passe: true
#                              ^^^^ ${recovery("eleves")}
`,
  );
});

test("what a base allows or sends is reported there, and only where no heir can use it", () => {
  const heir = (name: string, eleves: boolean) => `#- ${name}/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
ent: { actif: true, profils: { eleves: ${eleves} } }
informations-connexion: { eleves: { contenu: { identifiant: true } } }
`;
  const base = (...marks: readonly string[]) => `
#- base.pronote.yaml
espaces: { eleves: { recuperation-mot-de-passe: true } }
${marks[0] ?? ""}informations-connexion:
  eleves: { envoi: { courrier: true } }
${marks[1] ?? ""}`;
  const marks = [
    `#                                               ^^^^ ${recovery("eleves")}\n`,
    `#                    ^^^^^^^^ ${letter("eleves")}\n`,
  ];
  checkRule(entAudienceWithOwnPasswords, base(...marks) + heir("a", true));
  checkRule(entAudienceWithOwnPasswords, base() + heir("a", true) + heir("b", false));
});

test("is silent without an ENT, where nothing is sent, and with double authentication", () => {
  const sent = "informations-connexion: { eleves: { envoi: { courrier: true } } }\n";
  checkRule(entAudienceWithOwnPasswords, `ent: { actif: false, profils: { eleves: true } }\n${sent}`);
  checkRule(
    entAudienceWithOwnPasswords,
    `${ENT}informations-connexion: { eleves: { envoi: { sms: false } } }\n`,
  );
  checkRule(
    entAudienceWithOwnPasswords,
    `ent: { actif: true, reconnaissance: double-authentification, profils: { eleves: true } }\n${sent}`,
  );
  checkRule(
    entAudienceWithOwnPasswords,
    `ent: { actif: true, reconnaissance: double, profils: { eleves: true } }\n${sent}`,
  );
});

test("is silent on those who log in to a Client with a password of PRONOTE's, unless that goes through the ENT too", () => {
  const sent = "informations-connexion:\n  personnels: { envoi: { courrier: true } }\n";
  const delegated = ENT.replace("actif: true", "actif: true, clients: true");
  checkRule(entAudienceWithOwnPasswords, ENT + sent);
  checkRule(entAudienceWithOwnPasswords, `${delegated}${sent}# ^^^^^^^^^^ ${letter("personnels")}\n`);
  const ticked = (espace: string) => `espaces:\n  ${espace}:\n    recuperation-mot-de-passe: true\n`;
  const underline = `#                              ^^^^ `;
  for (const espace of ["direction", "vie-scolaire"]) {
    checkRule(entAudienceWithOwnPasswords, ENT + ticked(espace));
    checkRule(
      entAudienceWithOwnPasswords,
      `${delegated}${ticked(espace)}${underline}${recovery("personnels")}\n`,
    );
  }
  const teachers = (ent: string) => ent.replace("personnels: true", "professeurs: true");
  checkRule(entAudienceWithOwnPasswords, teachers(ENT) + ticked("professeurs"));
  checkRule(
    entAudienceWithOwnPasswords,
    `${teachers(delegated)}${ticked("professeurs")}${underline}${recovery("professeurs")}\n`,
  );
});

test("removes what is sent", () => {
  const text = `${ENT}informations-connexion:\n  # par courrier\n  eleves:\n    envoi: { courrier: true }\n  responsables: {}\n`;
  checkFix(entAudienceWithOwnPasswords, text, text.replace("  eleves:\n    envoi: { courrier: true }\n", ""));
  checkFix(
    entAudienceWithOwnPasswords,
    `${ENT}espaces: { eleves: { recuperation-mot-de-passe: true } }\n`,
    `${ENT}espaces: { eleves: { recuperation-mot-de-passe: false } }\n`,
  );
});

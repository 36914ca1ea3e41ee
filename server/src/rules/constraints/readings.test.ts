/** Lines of `x-constraints` that hold at several places: a contradiction at each place that has no example of its own. */
import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const SCHOOL = "etablissement: { rne: 0759998K, nom: Collège des Tilleuls, annee-scolaire: 2026-2027 }\n";
const SERVER = "serveurs: { serveur: { adresse: 192.0.2.10, port: 49300 } }\n";
const SELF_HOSTED = "hebergement: { mode: non-heberge }\n";
const HOSTED = "0759998k.index-education.net";
const rubrique = (text: string) => `espaces: { eleves: { rubriques: { ${text} } } }\n`;

test.each([
  ["edt-settings-without-edt", "edt: { licence: aucune, mise-a-jour: par-transfert }\n"],
  ["edt-settings-without-edt", "edt: { licence: aucune }\nimports: { edt: a.zip }\n"],
  [
    "edt-settings-without-edt",
    "edt: { licence: aucune }\nespaces: { tuteur: { publie-au-transfert: true } }\n",
  ],
  ["setting-switched-off", 'edt: { transfert: { programme: { actif: false, heure: "18:00" } } }\n'],
  ["date-outside-school-year", `${SCHOOL}hebergement: { mode: heberge, bascule: { date: 2025-10-20 } }\n`],
  ["application-not-described", `${SERVER}edt: { client: relais }\n`],
  ["application-not-described", `${SERVER}routeur: { redirections: { Clients: relais } }\n`],
  ["application-not-described", `${SERVER}routeur: { redirections: { Espaces: pronote-net } }\n`],
  [
    "application-not-described",
    "serveurs: { pronote-net: { publie: true } }\nrouteur: { redirections: { Clients: serveur } }\n",
  ],
  [
    "pronote-net-not-published",
    "serveurs: { pronote-net: { publie: false } }\nrouteur: { redirections: { Espaces: pronote-net } }\n",
  ],
  ["hosted-host-when-self-hosted", `${SELF_HOSTED}serveurs: { relais: { adresse: ${HOSTED} } }\n`],
  ["hosted-host-when-self-hosted", `${SELF_HOSTED}serveurs: { pronote-net: { adresse: ${HOSTED} } }\n`],
  [
    "hosted-host-when-self-hosted",
    `${SELF_HOSTED}clients: { connexions: { A: { vers: serveur, adresse: ${HOSTED} } } }\n`,
  ],
  ["hosted-host-when-self-hosted", `${SELF_HOSTED}edt: { client: { vers: serveur, adresse: ${HOSTED} } }\n`],
  ["hosted-host-when-self-hosted", `${SELF_HOSTED}espaces: { adresse: "https://${HOSTED}/pronote/" }\n`],
  [
    "setting-of-unpublished-espace",
    "espaces: { direction: { publie: false, recuperation-mot-de-passe: true } }\n",
  ],
  [
    "password-recovery-without-address",
    "espaces: { eleves: { publie: true, recuperation-mot-de-passe: true } }\neleves: { coordonnees: { email: false } }\n",
  ],
  [
    "justification-without-reason",
    `${rubrique("vie-scolaire: { justification-retards: true }")}absences: { motifs-retard: { Bus: { parents: false } } }\n`,
  ],
  [
    "option-of-unpublished-page",
    rubrique("vie-scolaire: { emploi-du-temps: false, semaines-emploi-du-temps: 2 }"),
  ],
  [
    "discussion-setting-without-discussions",
    `communication: { discussions: { actif: false } }\n${rubrique("communication: { discussions: true }")}`,
  ],
  [
    "attribute-of-other-recognition",
    "ent: { reconnaissance: identite-utilisateur, attributs: { identifiant: uid } }\n",
  ],
  [
    "recognition-without-attribute",
    'ent: { url-cas: "https://cas.ent-exemple.fr/", reconnaissance: identite-utilisateur }\n',
  ],
  [
    "ent-audience-without-espace",
    "ent: { actif: true, profils: { personnels: true } }\nespaces: { vie-scolaire: { publie: false }, direction: { publie: false } }\n",
  ],
  [
    "ent-audience-without-espace",
    "ent: { actif: true, profils: { eleves: true } }\nespaces: { eleves: { publie: false } }\n",
  ],
])("%s, in %s", (id, text) => {
  expect(findingsIn(fixture(text)).map((finding) => finding.id)).toEqual([id]);
});

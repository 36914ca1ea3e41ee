/** No state of the checklist is a dead end: what it asks for can be written without a finding, and then it moves on. */
import { expect, test } from "vitest";
import { localizerFor } from "../../server/src/base/localize.ts";
import { missingFor } from "../../server/src/checklist/step-needs.ts";
import { establishmentOf as effective } from "../../server/src/model/establishment.ts";
import { mapAt } from "../../server/src/model/map-at.ts";
import type { Snapshot } from "../../server/src/model/snapshot.ts";
import type { Workspace } from "../../server/src/model/workspace.ts";
import { parseFile } from "../../server/src/syntax/file.ts";
import { findingsIn } from "../support/check.ts";
import { stepsIn } from "../support/rollout.ts";
import { valueAt } from "../support/schema-value.ts";
import { type Content, type Group, overlaid, put } from "./content.ts";
import { establishmentOf, ROOT, workspaceWith } from "./establishment.ts";

const COUNT = 30;
const SCHOOL = "ecole";
const localize = localizerFor("en");

/** Values that can be written where one is missing; `*` matches any name. */
const VALUES: readonly (readonly [
  path: string,
  value: (school: Facts, path: readonly string[]) => Content,
])[] = [
  ["absences/decompte", () => "calculees"],
  ["absences/motifs", () => ({ Maladie: { recevable: true } })],
  ["absences/reference-mi-journee", () => "12:30"],
  ["autorisations-sortie", () => ({ Vert: { libelle: "Sort librement" } })],
  ["classes/*/maquette-bulletin", () => "Bulletin ordinaire"],
  ["classes/*/periodicite", () => "annee-continue"],
  ["classes/*/professeur-principal", ({ teacherOf }, [, name = ""]) => teacherOf(name)],
  ["classes/*/services", ({ teacher }) => ({ "VIE-CLASSE": { professeurs: [teacher] } })],
  ["clients/connexions", () => ({ Administration: "serveur" })],
  ["communication/courriers/maileva/contrat", () => false],
  ["communication/discussions/actif", () => true],
  ["communication/e-mails/comptes-etablissement", () => ({})],
  ["communication/e-mails/delegation-serveur", () => true],
  ["communication/e-mails/smtp", () => ({ hote: "smtp.exemple.fr", port: 25, chiffrement: "aucun" })],
  ["communication/sms/contrat", () => true],
  ["demi-pension/decompte-automatique", () => true],
  ["edt/client", () => "serveur"],
  ["edt/cours-complexes-precises", () => true],
  ["edt/licence", () => "reseau"],
  ["edt/mise-a-jour", () => "par-transfert"],
  ["edt/transfert/fichier", () => "Transfert.zip"],
  ["ent/actif", () => false],
  ["ent/nom|url-cas", () => "e-lyco"],
  ["ent/profils", () => ({ eleves: true })],
  ["espaces/vie-scolaire/publie", () => false],
  ["espaces/*/publie", () => true],
  ["espaces/*/publie-au-transfert", () => false],
  ["espaces/*/rubriques", () => ({ "page-accueil": { publie: true } })],
  ["etablissement/annee-scolaire", () => "2026-2027"],
  ["groupes-utilisateurs", () => ({ Secrétariat: { autorisations: RIGHTS } })],
  ["groupes-utilisateurs/*/autorisations", () => RIGHTS],
  ["imports/edt", () => ({ fichier: "Transfert.zip" })],
  ["imports/siecle", () => ({ fichiers: ["ElevesAvecAdresses.xml"] })],
  ["imports/stsweb", ({ rne }) => ({ fichier: `sts_emp_${rne}_2026.xml` })],
  ["informations-connexion/*/envoi", () => ({ courrier: true })],
  ["licence/professeurs", () => "illimite"],
  ["manuels-numeriques", () => ({})],
  ["personnels/*/mode-administratif|mode-vie-scolaire", () => "Administration"],
  ["preferences-contact/*", () => ({ courriers: true })],
  ["professeurs/*/profil", () => "Professeur documentaliste"],
  ["profils-personnels", () => ({ CPE: { autorisations: INFORM } })],
  ["profils-personnels/*/autorisations", () => INFORM],
  ["profils-professeurs", () => ({ Intervenant: { autorisations: INFORM } })],
  ["profils-professeurs/*/autorisations", () => INFORM],
  ["projets-accompagnement/consultable-par-equipe", () => true],
  ["recuperation/donnees", () => ({ photos: true })],
  ["recuperation/donnees/identifiants", () => false],
  ["recuperation/fichier", () => "Base_PreparerLAnneeSuivante.zip"],
  ["recuperation/utilisateurs", () => true],
  ["referentiels", () => ({})],
  ["regimes", () => ({ Externe: { code: "0" } })],
  ["rencontres/sessions", () => ({})],
  ["responsables/destinataire-unique-par-adresse", () => true],
  ["rgpd/fiche-registre", () => "REG-2026-01"],
  ["rgpd/reprise", () => ({ "delai-max": "une journée" })],
  ["rgpd/responsable-traitement", () => "chef"],
  ["rgpd/securite-physique", () => ({ lieu: "local serveur" })],
  ["routeur/redirections", () => ({ Espaces: "pronote-net" })],
  ["salles|materiels", () => ({ "Salle 1": { gestionnaires: ["chef"] } })],
  ["securite/longueur-min", () => 12],
  ["serveurs/pronote-net/publie", () => true],
  ["serveurs/pronote-net", () => ({ "se-connecte-a": "serveur" })],
  ["serveurs/serveur/adresse", () => "10.0.0.10"],
  ["serveurs/serveur/port", () => 49300],
  ["periodes", () => ({ "annee-continue": { Année: { debut: "2026-09-01", fin: "2027-07-02" } } })],
];
const RIGHTS = { communication: { "saisir-menus": true } };
const INFORM = { communication: { "diffuser-informations": true } };

interface Facts {
  readonly rne: string;
  readonly teacher: string;
  /** A person who teaches a class. */
  readonly teacherOf: (name: string) => string;
}

test(`${COUNT} establishments: what is to write can be written, and then nothing is to write`, () => {
  const left: string[] = [];
  for (let seed = 1; seed <= COUNT; seed++) left.push(...stuckIn(seed));
  expect(left).toEqual([]);
});

/** The items of an establishment that stay the same whatever is written, and the findings on what was written. */
function stuckIn(seed: number): readonly string[] {
  const { files, school } = establishmentOf(seed);
  const teacher = school.teachers[0]?.key ?? "";
  let workspace = workspaceWith(files.map(({ uri, text }) => [uri, text]));
  let said: Group = {};
  // A written value may raise the next question: with a licence of EDT come those about the transfer.
  for (let round = 0; round < 4; round++) {
    const teacherOf = (name: string) => teacherIn(workspace, name) ?? teacher;
    const added = answers(workspace, { rne: school.rne, teacher, teacherOf });
    if (Object.keys(added).length === 0) return found(workspace, seed);
    said = overlaid(added, said);
    const uri = `${ROOT}/${SCHOOL}/reste.pronote.yaml`;
    workspace = workspace.with([[uri, parseFile(uri, JSON.stringify(said))]]);
  }
  const steps = [...stepsIn(workspace, SCHOOL).values()].filter(({ state }) => state === "to-write");
  return steps.map(({ item, why }) => `${seed} ${item.slug}: ${localize(why)}`);
}

/** The first teacher of the first service of a class. */
function teacherIn(workspace: Workspace, name: string): string | undefined {
  const services = mapAt(effective(schoolIn(workspace)).value, ["classes", name, "services"]);
  for (const { value } of services?.entries.values() ?? []) {
    const teachers = value.kind === "map" ? value.get("professeurs") : undefined;
    const [first] = teachers?.kind === "list" ? teachers.items : [];
    if (first?.kind === "leaf") return String(first.value);
  }
  return undefined;
}

function schoolIn({ snapshots }: Workspace): Snapshot {
  const snapshot = snapshots.find(({ establishment }) => establishment);
  if (!snapshot) throw new Error("no establishment");
  return snapshot;
}

function answers(workspace: Workspace, facts: Facts): Group {
  let said: Group = {};
  for (const { item, state } of stepsIn(workspace, SCHOOL).values()) {
    if (state !== "to-write") continue;
    for (const { path } of missingFor(item, effective(schoolIn(workspace)).value)) {
      said = put(said, keysOf(path), answerAt(path.join("/"), facts));
    }
  }
  return said;
}

/** The first of the alternatives of a key. */
function keysOf(path: readonly string[]): readonly string[] {
  return path.map((key) => key.split("|")[0] ?? key);
}

function answerAt(path: string, facts: Facts): Content {
  const keys = path.split("/");
  const row = VALUES.find(([pattern]) => {
    const parts = pattern.split("/");
    return parts.length === keys.length && parts.every((part, at) => part === "*" || part === keys[at]);
  });
  // A new step needs no line above, unless the schema alone does not tell what makes sense.
  return row ? row[1](facts, keys) : valueAt(keys);
}

function found(workspace: Workspace, seed: number): readonly string[] {
  return findingsIn({ workspace })
    .filter(({ rule }) => rule.severity === "error" || rule.severity === "warning")
    .filter(({ at }) => at.block.uri.endsWith("reste.pronote.yaml"))
    .map(({ id, message }) => `${seed} ${id}: ${localize(message)}`);
}

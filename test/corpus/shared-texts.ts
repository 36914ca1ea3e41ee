import { type Content, type Group, put } from "./content.ts";
import type { Dice } from "./dice.ts";
import type { School } from "./facts.ts";

/** For whom a base is written. */
export type Audience = "all" | "colleges" | "lycees";

/** An establishment that inherits: its facts, and what it has or switches off; `undefined`: it does not say. */
export interface Heir extends School {
  readonly maileva: boolean | undefined;
  readonly discussions: boolean;
  readonly meals: boolean;
  readonly internat: boolean;
  readonly espaceEleves: boolean;
  /** Whether somebody is sure to hold each fonction that bases select. */
  readonly staffed: boolean;
  /** Whether it has e-mail addresses of guardians. */
  readonly emails: boolean;
}

/** A text that a base may say, and for which of its heirs it has an effect. */
interface SharedText {
  readonly path: string;
  readonly value: Content;
  readonly audience?: Audience;
  /** Whether it has an effect in a school. A base says it if that is so for one of its heirs. */
  readonly where?: (heir: Heir) => boolean;
}

const sms = (heir: Heir) => heir.sms === true;
const hosted = (heir: Heir) => heir.hosted;
const selfHosted = (heir: Heir) => !heir.hosted;
const booking = (heir: Heir) => heir.edt === "reseau";
const ownLogins = (heir: Heir) => heir.ent === undefined;
const discussions = (heir: Heir) => heir.discussions;
const staffed = (heir: Heir) => heir.staffed;
const emails = (heir: Heir) => heir.emails;
const meals = (heir: Heir) => heir.meals;
const pupils = (heir: Heir) => heir.espaceEleves && ownLogins(heir);

const RIGHTS = "profils-professeurs/Profil 1/autorisations";
const STAFF = "profils-personnels/Profil 1/autorisations";

/** What bases may say. */
export const SHARED_TEXTS: readonly SharedText[] = [
  { path: "etablissement/academie", value: "Exemple" },
  { path: "hebergement/mode", value: "heberge", where: hosted },
  // Lists from which each establishment takes what it needs.
  { path: "matieres/FRANC/libelle", value: "Français" },
  { path: "matieres/JAMAIS", value: { libelle: "Matière que personne n'enseigne", code: "999900" } },
  { path: "matieres/LCALA/libelle", value: "Langues et cultures de l'Antiquité" },
  { path: "maquettes/Bulletin académique", value: { type: "bulletin" } },
  { path: "niveaux/6e/libelle", value: "Sixième" },
  { path: "niveaux/Tle/libelle", value: "Terminale" },
  { path: "niveaux/3e PREPA/libelle", value: "Troisième prépa-métiers" },
  {
    path: "regimes/Interne",
    value: { code: "3", "repas-midi": { lundi: true }, "repas-soir": { lundi: true } },
  },
  { path: "regimes/Demi-pension", value: { code: "2", "repas-midi": { lundi: true, mardi: true } } },
  { path: "autorisations-sortie/Externe", value: { sorties: { "fin-matinee": true } } },
  { path: "projets-accompagnement/types/PAP", value: { libelle: "Plan d'accompagnement personnalisé" } },
  { path: "absences/motifs/Transport", value: { recevable: true, publier: true } },
  {
    path: "periodes/trimestriel",
    value: {
      "Trimestre 1": { debut: "2026-09-01", fin: "2026-11-27" },
      "Trimestre 2": { debut: "2026-11-30", fin: "2027-03-05" },
      "Trimestre 3": { debut: "2027-03-08", fin: "2027-07-02" },
    },
  },
  { path: "referentiels/Cycle 3", value: { type: "par-domaine", cycle: 3, classes: ["6e"] } },
  { path: "referentiels/Cycle 4", value: { type: "par-domaine", cycle: 4, classes: ["5e", "4e", "3e"] } },
  { path: "referentiels/CRCN", value: { type: "competences-numeriques", classes: ["toutes"] } },
  // Rights, of which some need a contract that only some establishments have.
  { path: `${RIGHTS}/notes/saisir-devoirs`, value: true },
  { path: `${RIGHTS}/competences/saisir-evaluations`, value: true },
  { path: `${RIGHTS}/reserver-salle-materiel/pour-ses-cours`, value: true, where: booking },
  { path: `${RIGHTS}/rencontres/saisir-desiderata`, value: true, where: booking },
  {
    path: `${RIGHTS}/communication`,
    value: { "diffuser-informations": true, "deposer-casiers-numeriques": true },
  },
  {
    path: "profils-professeurs/Remplaçant",
    value: { comme: "Profil 1", autorisations: { notes: { "saisir-notes": true } } },
  },
  { path: `${STAFF}/communication/diffuser-informations`, value: true },
  { path: `${STAFF}/communication/effectuer-sondages`, value: true },
  { path: `${STAFF}/communication/envoyer-sms`, value: true, where: sms },
  {
    path: `${STAFF}/communication/utiliser-maileva`,
    value: true,
    where: ({ maileva }) => maileva !== false,
  },
  { path: `${RIGHTS}/releves-bulletins`, value: { consulter: true, "saisir-appreciations-generales": true } },
  { path: "groupes-utilisateurs/Inspection", value: { type: "consult" } },
  { path: "profils-personnels/Infirmerie", value: { autorisations: { trombinoscope: { consulter: true } } } },
  {
    path: "groupes-utilisateurs/Accueil",
    value: { type: "modif", autorisations: { communication: { "saisir-menus": true } } },
  },
  {
    path: "groupes-utilisateurs/Secrétariat/autorisations/gestion-par-semaine-et-absences",
    value: { "reserver-salle-materiel": true },
    where: booking,
  },
  // Ways of contact, and what they are sent with.
  {
    path: "preferences-contact/responsables",
    value: { sms: true, "e-mails": true, "bulletins-et-releves": true },
    where: (heir) => sms(heir) && emails(heir),
  },
  { path: "preferences-contact/personnels/sms", value: true, where: sms },
  { path: "preferences-contact/eleves/discussions", value: true, where: discussions },
  { path: "preferences-contact/professeurs/discussions", value: true, where: discussions },
  { path: "communication/discussions/horaires/fin", value: "19:30", where: discussions },
  {
    path: "communication/modeles/lettres/Lettre académique",
    value: { destinataires: "responsables", contexte: "absences" },
  },
  {
    path: "communication/modeles/sms/Absence",
    value: { destinataires: "responsables", texte: "Absence : merci d'appeler la vie scolaire" },
    where: sms,
  },
  {
    path: "communication/e-mails/smtp",
    value: { hote: "smtp.ac-exemple.fr", port: 587, chiffrement: "starttls" },
    where: selfHosted,
  },
  { path: "communication/e-mails/domaines-autorises", value: ["ac-exemple.fr"] },
  { path: "informations-connexion/personnels/envoi/etiquettes", value: true },
  {
    path: "informations-connexion/responsables/envoi",
    value: { courrier: true, sms: true },
    where: (school) => sms(school) && ownLogins(school),
  },
  { path: "informations-connexion/eleves/envoi/courrier", value: true, where: pupils },
  // What exists in one hosting mode only.
  { path: "routeur/responsable", value: "services techniques académiques", where: selfHosted },
  { path: "serveurs/pronote-net/protocole", value: "https" },
  {
    path: "manuels-numeriques/Manuel académique",
    value: { titre: "Lire", classes: ["toutes"] },
    where: hosted,
  },
  { path: "manuels-numeriques/Manuel de 6e", value: { classes: ["6e"] }, where: hosted },
  { path: "clients/connexions/Administration/vers", value: "serveur" },
  // The web.
  {
    path: "espaces/parents/rubriques/vie-scolaire",
    value: { publie: true, absences: true, "justification-absences": true },
  },
  {
    path: "espaces/eleves/rubriques/cahier-de-textes",
    value: { publie: true, "travail-a-faire": true },
    where: pupils,
  },
  { path: "espaces/eleves/recuperation-mot-de-passe", value: true, where: pupils },
  { path: "ent", value: { nom: "e-lyco", reconnaissance: "identite-utilisateur" }, audience: "lycees" },
  {
    path: "espaces/parents/recuperation-mot-de-passe",
    value: true,
    where: (heir) => ownLogins(heir) && emails(heir),
  },
  { path: "espaces/accompagnants/publie", value: true },
  {
    path: "espaces/parents/rubriques/informations-personnelles",
    value: { publie: true, "autorisations-sortie": true },
  },
  { path: "espaces/academie/publie", value: true },
  { path: "espaces/entreprise/publie", value: true, audience: "lycees" },
  { path: "recuperation/donnees/photos", value: true },
  { path: "base/en-service", value: true },
  { path: "licence/professeurs", value: "illimite" },
  { path: "absences/permanences/attendus-selon", value: "autorisation-sortie" },
  // Whoever holds a fonction, in the establishments that have somebody who does.
  { path: "communication/informations-sondages/sondages", value: ["CPE"], where: staffed },
  {
    path: "communication/e-mails/comptes-etablissement/Vie scolaire",
    value: { adresse: "viescolaire@ac-exemple.fr", utilisateurs: ["CPE"] },
    where: staffed,
  },
  { path: "materiels/Chariot", value: { gestionnaires: ["Adjoint gestionnaire"] }, where: staffed },
  // What goes with EDT.
  { path: "edt/cours-complexes-precises", value: true, where: booking },
  { path: "edt/mise-a-jour", value: "directe", where: booking },
  { path: "edt/client/vers", value: "serveur", where: booking },
  {
    path: "rencontres/sessions/Rentrée",
    value: { date: "2026-09-17", debut: "17:00", fin: "19:00", duree: 10, classes: ["toutes"] },
    where: booking,
  },
  { path: "edt/prise-en-compte", value: "2026-09-07", where: booking },
  {
    path: "salles/CDI",
    value: { libelle: "Centre de documentation", "reservable-par": ["professeurs"] },
    where: booking,
  },
  { path: "demi-pension/heure-decompte", value: "10:00", where: meals },
  { path: "securite/renouvellement-jours", value: 180 },
  { path: "securite", value: { "longueur-min": 12, exigences: { chiffre: true } } },
  { path: "rgpd/dpo", value: "dpd@ac-exemple.fr" },
  // Steps that the académie has done for all; a step is a line that is replaced whole.
  {
    path: "deroulement/revue-profils-professeurs",
    value: { fait: "2026-07-01", par: "dsi", annee: "2026-2027" },
  },
  { path: "deroulement/aide-aux-utilisateurs", value: { "sans-objet": "assistance de l'académie" } },
];

/** What a base says for these heirs: some of the shared texts, each of which has an effect in one of them. */
export function sharedTexts(d: Dice, audience: Audience, heirs: readonly Heir[]): Group {
  let content: Group = {};
  for (const { path, value, audience: only = audience, where = () => true } of SHARED_TEXTS) {
    const said = d.chance(audience === "all" ? 65 : 25) && only === audience && heirs.some(where);
    if (said) content = put(content, path.split("/"), value);
  }
  return content;
}

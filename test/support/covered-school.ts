import type { StyledValue } from "./styles.ts";

const PROFIL = { notes: { "saisir-devoirs": true }, competences: { "saisir-evaluations": false } };
/** What a school says of nearly all that the checklist covers. */
export const COVERED_SCHOOL: { readonly [key: string]: StyledValue } = {
  etablissement: {
    rne: "0759998K",
    nom: "Collège des Tilleuls",
    "annee-scolaire": "2026-2027",
    version: "2026",
  },
  hebergement: { mode: "heberge" },
  edt: { licence: "reseau", transfert: { mode: "automatique" }, "cours-complexes-precises": true },
  licence: { "utilisateurs-administratifs": 6, professeurs: "80" },
  niveaux: { "6e": { periodicite: "trimestriel" }, "5e": { periodicite: "trimestriel" } },
  classes: {
    "6A": {
      niveau: "6e",
      "professeur-principal": ["martin"],
      services: { FRANC: { professeurs: ["martin"] }, EPS: { professeurs: ["roux"], coefficient: 2 } },
    },
    "6B": {
      niveau: "6e",
      services: { FRANC: { professeurs: ["martin", "roux"], mode: "sans-notes" }, LATIN: { actif: false } },
    },
    "5A": {
      niveau: "5e",
      periodicite: "semestriel",
      services: { FRANC: { professeurs: ["roux"], modalite: "TD" } },
    },
  },
  referentiels: { Socle: { cycle: 3, classes: ["6A", "6B"] }, Numérique: { classes: ["6A", "6B", "5A"] } },
  professeurs: {
    martin: { nom: "MARTIN", prenom: "Alice", coordonnees: { email: true } },
    roux: { nom: "ROUX", prenom: "Hugo", profil: "Profil 2", fonction: "Professeur documentaliste" },
  },
  personnels: {
    petit: { nom: "PETIT", fonction: "CPE", "mode-vie-scolaire": "CPE", classes: ["6A", "6B"] },
    durand: { nom: "DURAND", fonction: "Principal", "mode-administratif": "Administration" },
  },
  "profils-professeurs": {
    "Profil 1": { autorisations: PROFIL },
    "Profil 2": { autorisations: { ...PROFIL, eleves: { "voir-tous-les-eleves": true } } },
  },
  "profils-personnels": { CPE: { autorisations: { communication: { "utiliser-maileva": false } } } },
  periodes: { trimestriel: { "Trimestre 1": { debut: "2026-09-01", fin: "2026-11-27" } } },
  salles: { CDI: { libelle: "CDI", "reservable-par": ["roux", "petit"] } },
  absences: { motifs: { Maladie: { recevable: true, sante: true } }, decompte: "brutes" },
  imports: { siecle: { fichiers: ["a.xml", "b.xml"] }, stsweb: { fichier: "sts.xml" } },
  espaces: {
    parents: { publie: true, rubriques: { notes: { publie: true } } },
    professeurs: { publie: false },
  },
  communication: {
    "e-mails": { "delegation-serveur": true, smtp: { "mot-de-passe": { env: "PRONOTE_SMTP" } } },
    discussions: { actif: true },
  },
  recuperation: { donnees: { photos: true, autorisations: false } },
  "informations-connexion": { professeurs: { envoi: { courrier: true }, contenu: { identifiant: true } } },
};

/** The example in the README and the documents: an académie and one collège. */
export const LANGUAGE_EXAMPLE = `
#- academie.pronote.yaml
# academie.pronote.yaml
profils-professeurs:
  Profil 1:
    autorisations:
      notes: { saisir-devoirs: true }
      competences: { saisir-evaluations: true }
  Professeur documentaliste: { comme: Profil 1, autorisations: { eleves: { voir-tous-les-eleves: true } } }
matieres:
  FRANC: { libelle: Français }
  EPS: { libelle: Éducation physique et sportive }
preferences-contact:
  responsables: { courriers: true, e-mails: true, sms: false, discussions: true }
#- college-des-tilleuls/etablissement.pronote.yaml
# college-des-tilleuls/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement:
  rne: 0759998K
  nom: Collège des Tilleuls
  type: college
  annee-scolaire: 2026-2027
hebergement: { mode: heberge }
communication:
  e-mails:
    delegation-serveur: true
    service: index-education
    expediteur: { nom: Collège des Tilleuls, adresse: ce.0759998k@ac-exemple.fr }
espaces:
  parents: { publie: true, recuperation-mot-de-passe: true }
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 2: { debut: 2026-11-30, fin: 2027-03-05 }
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 }
#- college-des-tilleuls/classes.pronote.yaml
# college-des-tilleuls/classes.pronote.yaml
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX, prenom: Hugo }
niveaux:
  6e:
    periodicite: trimestriel
    services:
      FRANC: { coefficient: 2 }
      EPS: { coefficient: 1 }
classes:
  6E1: { niveau: 6e, professeur-principal: martin, services: { FRANC: martin, EPS: roux } }
  6E2: { niveau: 6e, professeur-principal: roux, services: { FRANC: martin, EPS: roux } }
`;

import { boxes, groupsOfBoxes } from "./boxes.ts";
import type { Content, Group } from "./content.ts";
import { diceAt } from "./dice.ts";
import type { School } from "./facts.ts";

/** The staff and the teachers of a school, their rights, and how to contact them. */
export function people(school: School): Group {
  const { dice: d, cpe } = school;
  const secretaire = d.chance(50);
  return {
    ...(secretaire && { "groupes-utilisateurs": groupes(school) }),
    ...(d.chance(60) || cpe ? { "profils-personnels": profilsPersonnels(school) } : {}),
    ...(d.chance(80) && { "profils-professeurs": profilsProfesseurs(school) }),
    personnels: personnels(school, secretaire),
    professeurs: professeurs(school),
    ...(d.chance(60) && { "preferences-contact": preferences(school) }),
    ...(d.chance(30) && {
      responsables: {
        coordonnees: { email: true, mobile: true },
        "destinataire-unique-par-adresse": d.chance(50),
      },
    }),
    ...(d.chance(30) && { eleves: { photos: d.chance(50), coordonnees: { email: true } } }),
    ...(d.chance(60) && { licence: licence(school) }),
  };
}

function groupes({ dice: d }: School): Group {
  return {
    Secrétariat: {
      ...(d.chance(50) && { type: "modif" }),
      autorisations: {
        ...groupsOfBoxes(d, ["groupes-utilisateurs", "*", "autorisations"], 50),
        communication: { "saisir-menus": d.chance(50) },
        eleves: { "consulter-photo-trombinoscope": true, "un-droit-nouveau": d.chance(50) },
      },
      ...(d.chance(40) && { "deconnexion-automatique": 30 }),
    },
  };
}

function profilsPersonnels({ dice: d, cpe }: School): Group {
  const first: Group = {
    autorisations: {
      ...groupsOfBoxes(d, ["profils-personnels", "*", "autorisations"], 50),
      "absences-retards": { "saisir-absences": true, "saisir-retards": true },
      communication: { "consulter-menus": true, "diffuser-informations": true },
    },
    ...(d.chance(40) && { "deconnexion-automatique": 20 }),
  };
  const other: Group = {
    comme: "Profil 1",
    autorisations: { "absences-retards": { "saisir-dispenses": true } },
  };
  return { "Profil 1": first, ...(cpe && { CPE: other }) };
}

function profilsProfesseurs({ dice: d, edt }: School): Group {
  return {
    "Profil 1": {
      "mode-enseignant": true,
      ...(d.chance(50) && { "espace-professeurs": true, mobile: d.chance(50) }),
      autorisations: {
        ...groupsOfBoxes(d, ["profils-professeurs", "*", "autorisations"], 50),
        notes: { "saisir-devoirs": true, "creer-sous-services": d.chance(50) },
        competences: { "saisir-evaluations": true },
        rencontres: {
          "acceder-aux-rencontres": true,
          "saisir-desiderata": true,
          "saisir-indisponibilites": true,
        },
        communication: {
          "diffuser-informations": true,
          "deposer-casiers-numeriques": true,
          "effectuer-sondages": true,
        },
        ...(edt === "reseau" && { "reserver-salle-materiel": { "pour-ses-cours": true } }),
        "categorie-nouvelle": { "droit-nouveau": true },
      },
      ...(d.chance(30) && { "taille-maximale-pieces-jointes": "2 Mo" }),
    },
    ...(d.chance(50) && {
      "Professeur documentaliste": {
        comme: "Profil 1",
        autorisations: { eleves: { "voir-tous-les-eleves": true } },
      },
    }),
  };
}

function personnels({ dice: d, college, rne, niveaux, sms, cpe }: School, secretaire: boolean): Group {
  const content: Record<string, Content> = {
    chef: {
      nom: "TESSIER",
      prenom: "Alban",
      fonction: college ? "Principal" : "Proviseur",
      "mode-administratif": "Administration",
      spr: true,
      ...(d.chance(50) && { "email-professionnel": `ce.${rne.toLowerCase()}@ac-exemple.fr` }),
    },
  };
  if (d.chance(50)) {
    content["c.durand"] = {
      nom: "DURAND",
      prenom: "Claire",
      fonction: "Adjoint gestionnaire",
      "mode-administratif": "Administration",
      ...(d.chance(50) && { "super-administrateur": true, identifiant: "c.durand" }),
      ...(d.chance(50) && { coordonnees: { email: true, mobile: true } }),
    };
  }
  if (secretaire)
    content["accueil-1"] = {
      nom: "BONNIN",
      prenom: "Carole",
      fonction: "Secrétaire",
      "mode-administratif": "Secrétariat",
    };
  if (cpe) {
    content["marchetti"] = {
      nom: "MARCHETTI",
      fonction: "CPE",
      "mode-vie-scolaire": "CPE",
      ...(d.chance(50) && { classes: niveaux.map(({ name }) => name) }),
      ...(d.chance(40) && {
        "preferences-contact": {
          "e-mails": true,
          ...(sms && { sms: true }),
          "discussions-avec": { parents: "ses-classes", eleves: "aucun" },
        },
      }),
    };
  }
  return content;
}

function professeurs({ dice: d, teachers }: School): Group {
  const all = teachers.map(({ key, nom, prenom }) => [
    key,
    {
      nom,
      prenom,
      ...(d.chance(20) && { identifiant: `${key}.p` }),
      ...(d.chance(15) && { profil: "Profil 1" }),
      ...(d.chance(15) && { coordonnees: { email: true, adresse: true } }),
      ...(d.chance(10) && { fonction: "Enseignant" }),
      ...(d.chance(10) && {
        "preferences-contact": boxes(d, ["professeurs", "*", "preferences-contact"], 60),
      }),
      ...(d.chance(5) && {
        "mode-administratif": "Conseil de classe",
        "mode-vie-scolaire": "Profil 1",
        classes: ["toutes"],
      }),
    },
  ]);
  const librarian: Group = {
    nom: "VASSEUR",
    prenom: "Claire",
    fonction: "Professeur documentaliste",
    profil: "Professeur documentaliste",
  };
  return Object.fromEntries([...all, ...(d.chance(50) ? [["vasseur", librarian]] : [])]);
}

function preferences({ dice: d, rne, sms }: School): Group {
  const known = diceAt(Number.parseInt(rne, 10), "coordonnees").chance(50);
  const channels: Group = { courriers: d.chance(50), "e-mails": true, ...(sms && { sms: d.chance(50) }) };
  const more = (audience: string) => boxes(d, ["preferences-contact", audience], 50);
  return {
    ...(d.chance(60) && {
      responsables: {
        ...more("responsables"),
        ...channels,
        "bulletins-et-releves": true,
        "infos-liees-eleve": true,
        "messagerie-entre-responsables": false,
      },
    }),
    ...(d.chance(40) && { eleves: channels }),
    ...(d.chance(40) && {
      personnels: {
        ...more("personnels"),
        ...channels,
        discussions: true,
        "discussions-avec": { professeurs: "tous", eleves: "ses-classes" },
        "contact-vie-scolaire": true,
        ...(known && { coordonnees: { adresse: true } }),
      },
    }),
    ...(d.chance(40) && {
      professeurs: {
        ...more("professeurs"),
        ...channels,
        "demandes-rendez-vous": d.chance(50),
        "e-mails-parents": true,
        ...(known && { coordonnees: { mobile: true } }),
      },
    }),
  };
}

function licence({ dice: d }: School): Group {
  return {
    "utilisateurs-administratifs": 12 + d.of(5),
    ...(d.chance(50) && { consultation: d.chance(50) }),
    professeurs: d.pick(["50", "80", "illimite"]),
  };
}

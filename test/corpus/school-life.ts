import { items } from "../../server/src/schema/checklist.ts";
import type { Group } from "./content.ts";
import type { School } from "./facts.ts";

/** The meals, exits, absences, rooms, meetings, security settings, RGPD data and ticked steps of a school. */
export function schoolLife(school: School): Group {
  const { dice: d, hosted, edt } = school;
  const regimes = d.chance(50);
  const booking = edt === "reseau" || edt === undefined;
  return {
    ...(d.chance(50) && {
      "demi-pension": { "decompte-automatique": true, "heure-decompte": "09:30", "repas-du-soir": true },
    }),
    ...(regimes && { regimes: regimesSaid(school) }),
    ...(regimes && d.chance(60) && { "autorisations-sortie": exits(school) }),
    ...(d.chance(40) && { "projets-accompagnement": projects(school) }),
    ...(d.chance(50) && { absences: absences(school) }),
    ...(hosted && d.chance(40) && { "manuels-numeriques": textbooks(school) }),
    ...(d.chance(50) && {
      salles: rooms(school, booking),
      ...(d.chance(50) && { materiels: { "Chariot n° 1": { capacite: 16 } } }),
    }),
    ...(booking && d.chance(50) && { rencontres: { sessions: meetings(school) } }),
    ...(d.chance(60) && { securite: security(school) }),
    ...(d.chance(60) && { rgpd: rgpd(school) }),
    ...(d.chance(60) && { deroulement: done(school) }),
  };
}

const WEEK = ["lundi", "mardi", "mercredi", "jeudi", "vendredi"];

function regimesSaid({ dice: d }: School): Group {
  const coded = d.chance(50);
  const noon = Object.fromEntries(WEEK.map((day) => [day, day !== "mercredi"]));
  return {
    DP4: { ...(coded && { code: "24" }), libelle: "Demi-pensionnaire, 4 jours", "repas-midi": noon },
    Externe: { code: "0", "repas-midi": Object.fromEntries(WEEK.map((day) => [day, false])) },
    ...(d.chance(40) && {
      "DP 5": { comme: "DP4", ...(coded && { code: "25" }), "repas-midi": { mercredi: true } },
    }),
  };
}

function exits({ dice: d }: School): Group {
  return {
    Surveillé: {
      libelle: "Aucune sortie anticipée",
      sorties: { "fin-matinee": false, "fin-apres-midi": false },
      ...(d.chance(50) && { regimes: ["DP4"] }),
    },
    "Sortie libre": { sorties: { "fin-matinee": true, "sortie-a-17-h": true }, regimes: ["Externe"] },
  };
}

function projects({ dice: d }: School): Group {
  return {
    types: {
      PAI: { medical: true, ...(d.chance(50) && { libelle: "Projet d'accueil individualisé" }) },
      "Plan local": { "consultable-par-equipe": true },
    },
    "consultable-par-equipe": true,
  };
}

function absences({ dice: d }: School): Group {
  return {
    ...(d.chance(60) && { "reference-mi-journee": "12:30", decompte: d.pick(["brutes", "calculees"]) }),
    motifs: {
      "Rendez-vous médical": { recevable: true, sante: true, publier: d.chance(50) },
      "Motif inconnu : à justifier": { recevable: false, "regle-administrativement": false, bulletin: true },
    },
    ...(d.chance(40) && { "motifs-retard": { Transport: { recevable: true, parents: true } } }),
    ...(d.chance(40) && {
      permanences: { appel: "par-absents", "attendus-selon": d.pick(["regime", "autorisation-sortie"]) },
    }),
  };
}

function textbooks({ dice: d, niveaux }: School): Group {
  const [niveau] = niveaux;
  return {
    "Manuel de français": {
      titre: "Lire & écrire",
      ...(d.chance(50) && { editeur: "Éditions de l'Exemple", matiere: niveau?.matieres[0] ?? "FRANC" }),
      classes: [niveau?.name ?? "toutes"],
    },
  };
}

function rooms({ dice: d }: School, booking: boolean): Group {
  return {
    "101": { capacite: 30, ...(d.chance(50) && { libelle: "Salle 101 [étage]" }) },
    CDI: { capacite: 60, gestionnaires: ["chef"], ...(booking && { "reservable-par": ["professeurs"] }) },
    ...(d.chance(40) && { "Salle info 2": { comme: "101", libelle: "@informatique" } }),
  };
}

function meetings({ dice: d, niveaux }: School): Group {
  return {
    Novembre: {
      date: "2026-11-19",
      debut: "17:00",
      fin: "20:30",
      duree: 10,
      classes: d.pick<readonly string[]>([
        ["toutes"],
        niveaux.map(({ name }) => name),
        [niveaux[0]?.classes[0] ?? "toutes"],
      ]),
      ...(d.chance(40) && { "responsables-separes": d.chance(50), visio: true }),
      ...(d.chance(40) && {
        desiderata: {
          responsables: { autorise: true, du: "2026-11-02", au: "2026-11-12", maximum: 5 },
          professeurs: { autorise: true, du: "2026-11-02", au: "2026-11-12" },
        },
      }),
    },
  };
}

function security({ dice: d }: School): Group {
  return {
    "longueur-min": 10 + d.of(5),
    exigences: {
      chiffre: true,
      lettre: true,
      "caractere-special": true,
      "majuscule-et-minuscule": d.chance(50),
    },
    ...(d.chance(40) && { renouvellement: "periodique", "renouvellement-jours": 180 }),
    ...(d.chance(60) && {
      "double-authentification": { professeurs: "proposee", personnels: d.pick(["proposee", "imposee"]) },
    }),
  };
}

function rgpd({ dice: d }: School): Group {
  return {
    "responsable-traitement": "chef",
    ...(d.chance(50) && { dpo: "dpo@ac-exemple.fr" }),
    ...(d.chance(50) && {
      "securite-physique": { lieu: "baie fermée du local serveur", document: "SEC-2026-02" },
    }),
    ...(d.chance(50) && { reprise: { "delai-max": "1 jour ouvré" } }),
    "fiche-registre": "REG-2026-01",
    ...(d.chance(30) && { conservation: "un an, puis archivage" }),
  };
}

function done({ dice: d, hosted }: School): Group {
  const mode = hosted ? "heberge" : "non-heberge";
  const possible = items.filter((item) => item.mode === "both" || item.mode === mode);
  return Object.fromEntries(
    d
      .shuffled(possible)
      .slice(0, 1 + d.of(5))
      .map(({ slug }) => [
        slug,
        {
          fait: "2026-08-24",
          ...(d.chance(60) && { par: "chef" }),
          annee: "2026-2027",
          ...(d.chance(40) && { note: "vu avec la direction" }),
        },
      ]),
  );
}

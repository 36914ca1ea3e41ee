import type { Content, Group } from "./content.ts";
import type { School } from "./facts.ts";

/** The identity of a school, its servers and connections, and the imports of its base. */
export function network(school: School): Group {
  const { dice: d, hosted } = school;
  return {
    ...(d.chance(30) && { format: 1 }),
    etablissement: identity(school),
    hebergement: hosting(school),
    ...(d.chance(80) && { serveurs: hosted ? hostedServers(school) : ownServers(school) }),
    ...(d.chance(60) && { clients: clients(school) }),
    ...(!hosted && d.chance(50) && { routeur: router(school) }),
    ...(d.chance(40) && {
      base: { nom: `Base de ${school.name}`, "annee-scolaire": "2026-2027", "en-service": true },
    }),
    ...(d.chance(60) && { recuperation: recovery(school) }),
    ...(d.chance(60) && { imports: imports(school) }),
    ...(school.edt && { edt: edt(school) }),
  };
}

function identity({ dice: d, rne, name, type }: School): Group {
  return {
    rne,
    nom: name,
    ...(d.chance(90) && { type }),
    "annee-scolaire": "2026-2027",
    ...(d.chance(50) && { version: "2026" }),
    ...(d.chance(50) && { academie: d.pick(["Paris", "Aix-Marseille", "La Réunion"]) }),
    ...(d.chance(60) && { "chef-etablissement": "chef" }),
    ...(d.chance(30) && { "contacts-vie-scolaire": ["chef"], "referents-harcelement": ["chef"] }),
  };
}

function hosting({ dice: d, hosted }: School): Group {
  if (!hosted) return { mode: "non-heberge" };
  return {
    mode: "heberge",
    ...(d.chance(30) && { numero: "H-2026-17" }),
    ...(d.chance(20) && {
      bascule: { date: "2026-08-26", fichiers: { base: "Base.HNOT", photos: "Base.HPHOTOS" } },
    }),
  };
}

function hostedServers({ dice: d, rne }: School): Group {
  return {
    ...(d.chance(60) && {
      serveur: d.pick<Content>([
        { port: 49300 },
        { adresse: `${rne}.index-education.net` },
        { version: "2026" },
      ]),
    }),
    "pronote-net": { publie: true, ...(d.chance(50) && { protocole: "https", deconnexion: 20 }) },
  };
}

function ownServers({ dice: d, relais }: School): Group {
  return {
    serveur: { adresse: "10.59.4.10", port: 49300, ...(d.chance(50) && { version: "2026" }) },
    ...(relais && {
      relais: { adresse: "10.59.4.11", port: 49310, ...(d.chance(50) && { "se-connecte-a": "serveur" }) },
    }),
    "pronote-net": {
      adresse: "pronote.exemple.fr",
      port: 443,
      protocole: "https",
      publie: true,
      ...(d.chance(50) && { "ip-fixe": "203.0.113.27" }),
      ...(d.chance(50) && { "se-connecte-a": "serveur" }),
    },
  };
}

function clients({ dice: d, hosted, relais }: School): Group {
  const designation = "Base PRONOTE du lycée";
  return {
    ...(d.chance(50) && { version: "2026" }),
    connexions: {
      Administration: d.pick<Content>([{ vers: "serveur" }, { vers: "serveur", designation }]),
      "Salle des professeurs": { vers: relais ? "relais" : "serveur" },
      ...(d.chance(40) && {
        "Vie scolaire": { comme: "Administration", designation: "Vie scolaire : bureau" },
      }),
    },
    ...(!hosted && d.chance(40) && { "recherche-reseau": d.chance(50) }),
  };
}

function router({ dice: d, relais }: School): Group {
  return {
    redirections: {
      Espaces: { vers: "pronote-net", ...(d.chance(50) && { "port-externe": 443 }) },
      ...(relais && { "Clients à distance": { vers: "relais", "port-externe": 49310 } }),
    },
    ...(d.chance(50) && { responsable: "services techniques académiques" }),
  };
}

const BOXES = [
  ...[
    "elements-programme",
    "casiers-numeriques",
    "e-mails",
    "photos",
    "progressions-qcm",
    "suivi-pluriannuel",
  ],
  ...["motifs-absences", "infos-medicales", "autorisations-sortie", "memos", "orientations", "partenaires"],
  ...["entreprises", "decrochages"],
];

function recovery({ dice: d, hosted, identifiants }: School): Group {
  const needed = { autorisations: true, maquettes: true, modeles: true, referentiels: true };
  const others = d
    .shuffled(BOXES)
    .slice(0, d.of(BOXES.length))
    .map((box) => [box, d.chance(60)]);
  return {
    ...(d.chance(40) && { source: hosted ? "archive" : "fichier-preparation" }),
    ...(!hosted && d.chance(60) && { fichier: "Base_PreparerLAnneeSuivante.zip" }),
    donnees: { ...needed, identifiants, ...Object.fromEntries(others) },
    ...(!hosted && d.chance(50) && { utilisateurs: true }),
  };
}

function imports({ dice: d, rne, edt: licence }: School): Group {
  return {
    ...(d.chance(60) && {
      siecle: {
        fichiers: d.pick<readonly string[]>([
          ["ElevesAvecAdresses.xml", "ResponsablesAvecAdresses.xml"],
          ["ExportXML_ElevesAvecAdresses.zip"],
        ]),
      },
    }),
    ...(d.chance(60) && { stsweb: { fichier: `sts_emp_${rne}_2026.xml` } }),
    // EDT's file comes with changes that are transferred, not with those that are made directly.
    ...(licence === "monoposte" && d.chance(60) && { edt: { fichier: "edt-vers-pronote.zip" } }),
    ...(d.chance(30) && { netsynchro: d.chance(50) }),
    ...(d.chance(30) && { texte: { fichiers: ["salles.txt"] } }),
  };
}

function edt(school: School): Group {
  const { dice: d, edt: licence, hosted, relais } = school;
  if (licence === "aucune") return { licence: "aucune", ...(d.chance(30) && { "droit-connexion": false }) };
  const transfer: Group = {
    mode: hosted ? "automatique" : "manuel",
    ...(!hosted && { fichier: "edt-vers-pronote.zip" }),
    ...(d.chance(50) && { initiateur: "chef" }),
  };
  if (licence === "monoposte") return trial(school, transfer);
  return {
    licence: "reseau",
    ...(d.chance(60) && { "droit-connexion": true }),
    ...(d.chance(60) && { "mise-a-jour": "directe" }),
    ...(d.chance(50) && { version: "2026", "cours-complexes-precises": true }),
    ...(d.chance(60) && { transfert: transfer }),
    ...(d.chance(50) && {
      client: { vers: relais ? "relais" : "serveur", ...(d.chance(40) && { designation: "EDT" }) },
    }),
    ...(d.chance(30) && { "prise-en-compte": "2026-09-07" }),
  };
}

/** The trial of the connection right with EDT monoposte. */
function trial({ dice: d, hosted }: School, transfer: Group): Group {
  return {
    licence: "monoposte",
    ...d.pick<Group>([{}, { "droit-connexion": false }, { "debut-evaluation": "2026-08-20" }]),
    "mise-a-jour": "par-transfert",
    ...(d.chance(60) && {
      transfert: { ...transfer, ...(hosted && { programme: { actif: true, heure: "22:00" } }) },
    }),
  };
}

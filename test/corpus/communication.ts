import { boxes, groupsOfBoxes } from "./boxes.ts";
import { at, type Content, type Group, isGroup } from "./content.ts";
import type { School } from "./facts.ts";

const AUDIENCES = ["personnels", "professeurs", "responsables", "eleves"] as const;
const LETTER = "Lettre de rentrée";
/** The name of the audience of each Espace in `ent`. */
const AUDIENCE_OF: { readonly [espace: string]: string } = {
  parents: "responsables",
  eleves: "eleves",
  professeurs: "professeurs",
};

/** The Espaces, the ENT, the e-mails and the templates of a school, and how connection details are sent. */
export function communication(school: School): Group {
  const { dice: d, ent } = school;
  const details = d.chance(60) ? connection(school) : undefined;
  const letter = JSON.stringify(details ?? {}).includes(LETTER);
  return {
    ...(d.chance(80) && { espaces: fitting(school, espaces(school)) }),
    ...(ent && { ent: entSaid(school, ent) }),
    ...((letter || d.chance(80)) && { communication: channels(school, letter) }),
    ...(details && { "informations-connexion": details }),
  };
}

/** Without EDT there is no transfer that publishes an Espace; and it publishes none that is not to be published. */
function fitting({ edt }: School, all: Group): Group {
  const kept = (espace: Content) => {
    if (!isGroup(espace) || (edt !== "aucune" && espace["publie"] !== false)) return espace;
    return without(espace, ["publie-au-transfert"]);
  };
  return Object.fromEntries(Object.entries(all).map(([name, espace]) => [name, kept(espace)]));
}

function espaces(school: School): Group {
  const { dice: d, hosted, rne, cpe } = school;
  const forPupils = rubriquesSaid(school, "eleves");
  const rubriques = d.chance(50) ? forPupils : rubriquesSaid(school, "parents");
  const adresse = hosted ? `https://${rne}.index-education.net/pronote/` : "https://pronote.exemple.fr/";
  return {
    ...(d.chance(30) && { adresse }),
    parents: {
      ...published(school, "parents"),
      ...(d.chance(70) && { rubriques }),
      ...(d.chance(30) && { documents: { "certificat-scolarite": true, "attestation-stage": true } }),
    },
    ...(d.chance(70) && { eleves: { ...published(school, "eleves"), rubriques: forPupils } }),
    ...(d.chance(60) && { professeurs: published(school, "professeurs") }),
    ...(d.chance(40) && {
      "vie-scolaire": { ...boxes(d, ["espaces", "vie-scolaire"], 50, true), publie: cpe },
    }),
    ...(d.chance(40) && { direction: { ...boxes(d, ["espaces", "direction"], 50, true), publie: true } }),
    ...(d.chance(30) && {
      academie: boxes(d, ["espaces", "academie"], 50, true),
      tuteur: boxes(d, ["espaces", "tuteur"], 50, true),
    }),
    ...(d.chance(20) && { inscription: boxes(d, ["espaces", "inscription"], 60, true) }),
    ...(d.chance(30) && { entreprise: { publie: false } }),
    ...(d.chance(20) && {
      accompagnants: {
        publie: true,
        rubriques: { "rubrique-nouvelle": { publie: true, "option-nouvelle": false } },
      },
    }),
    ...(d.chance(20) && { "page-publique": { publie: d.chance(50) } }),
  };
}

function published({ dice: d, ent }: School, espace: string): Group {
  const own = !ent?.includes(AUDIENCE_OF[espace] ?? "");
  return {
    publie: true,
    ...(d.chance(40) && { "publie-au-transfert": d.chance(50) }),
    ...(d.chance(50) && { mobile: d.chance(50) }),
    ...(own && d.chance(40) && { "recuperation-mot-de-passe": true }),
  };
}

function rubriquesSaid({ dice: d, hosted }: School, espace: string): Group {
  return {
    ...withEffect(groupsOfBoxes(d, ["espaces", espace, "rubriques"], 45), hosted),
    "vie-scolaire": { publie: true, absences: true },
    communication: { publie: true, discussions: true, menu: d.chance(50) },
    ...(espace === "parents" && {
      rencontres: { publie: true, desiderata: true, indisponibilites: true },
    }),
    "page-accueil": { publie: true },
  };
}

/** Rubriques without options whose page is not shown. */
function withEffect(rubriques: Group, hosted: boolean): Group {
  const off = (rubrique: string, page: string) => at(rubriques, [rubrique, page]) === false;
  const idle = [
    ...(off("vie-scolaire", "emploi-du-temps") ? ["semaines-emploi-du-temps"] : []),
    ...(off("notes", "les-notes") ? ["delai-publication"] : []),
    ...(hosted ? [] : ["manuels-numeriques"]),
  ];
  return Object.fromEntries(
    Object.entries(rubriques).map(([name, rubrique]) => [
      name,
      isGroup(rubrique) ? without(rubrique, idle) : rubrique,
    ]),
  );
}

function without(group: Group, keys: readonly string[]): Group {
  return Object.fromEntries(Object.entries(group).filter(([key]) => !keys.includes(key)));
}

function entSaid({ dice: d }: School, audiences: readonly string[]): Group {
  const profils = Object.fromEntries(AUDIENCES.map((name) => [name, audiences.includes(name)]));
  return d.chance(60)
    ? {
        actif: true,
        nom: d.pick(["Atrium", "e-lyco", "Monlycée.net"]),
        profils,
        reconnaissance: "identite-utilisateur",
      }
    : {
        actif: true,
        nom: "ENT de la vallée",
        "url-cas": "https://cas.ent-exemple.fr/login?service=pronote",
        attributs: { nom: "sn", prenom: "givenName", "attribut-maison": "uid" },
        profils,
      };
}

function channels(school: School, letter: boolean): Group {
  const { dice: d, sms } = school;
  return {
    ...(d.chance(50) && { discussions: { actif: true, horaires: { debut: "07:30", fin: "20:15" } } }),
    ...(d.chance(40) && {
      "informations-sondages": { informations: ["professeurs", "chef"], sondages: ["personnels"] },
    }),
    ...(d.chance(30) && { "casier-numerique": { depots: ["professeurs"] } }),
    ...(sms !== undefined && { sms: { contrat: sms } }),
    ...(d.chance(30) && { courriers: { maileva: { contrat: d.chance(50) } } }),
    ...(d.chance(80) && { "e-mails": mails(school) }),
    ...((letter || d.chance(60)) && { modeles: templates(school, letter) }),
  };
}

function mails(school: School): Group {
  const { dice: d, hosted, rne, name } = school;
  const expediteur = { nom: name, adresse: `ce.${rne.toLowerCase()}@ac-exemple.fr` };
  const [port, chiffrement] = d.pick([
    [587, "starttls"],
    [465, "ssl-tls"],
  ] as const);
  const smtp: Group = {
    hote: "smtp.exemple.fr",
    port,
    chiffrement,
    ...(d.chance(60) && {
      authentification: true,
      identifiant: "pronote",
      "mot-de-passe": { env: "PRONOTE_SMTP_PASSWORD" },
    }),
  };
  const way: Group = hosted && d.chance(60) ? { service: "index-education" } : { service: "smtp", smtp };
  return {
    "delegation-serveur": true,
    ...way,
    expediteur,
    ...(d.chance(40) && { "domaines-autorises": ["ac-exemple.fr", "exemple.fr"] }),
    ...(d.chance(30) && { delai: 30 }),
    ...(d.chance(40) && {
      "comptes-etablissement": {
        "Vie scolaire": { adresse: "viescolaire@ac-exemple.fr", utilisateurs: ["chef"] },
      },
    }),
    ...(d.chance(20) && { "profils-envoi": { Secours: { expediteur, utilisateurs: ["personnels"] } } }),
  };
}

function templates({ dice: d, sms }: School, letter: boolean): Group {
  const texte = "Madame, Monsieur, voici vos identifiants : gardez-les pour vous.";
  return {
    lettres: {
      ...(letter && {
        [LETTER]: { destinataires: "responsables", contexte: "Connexion", ...(d.chance(50) && { texte }) },
      }),
      ...(d.chance(40) && { "Connexion des élèves": { objet: "Votre accès # PRONOTE" } }),
    },
    ...(sms !== false &&
      d.chance(40) && {
        sms: { "SMS d'absence": { destinataires: "responsables", texte: "Absence : merci d'appeler" } },
      }),
    ...(d.chance(30) && {
      "e-mails": { "Bienvenue !": { objet: "Bienvenue", comme: "Accueil" }, Accueil: { texte } },
    }),
  };
}

function connection({ dice: d, ent, identifiants, sms }: School): Group {
  const content: Record<string, Content> = {};
  for (const audience of AUDIENCES) {
    if (ent?.includes(audience) || d.chance(30)) continue;
    content[audience] = {
      envoi: { courrier: true, ...(sms && d.chance(50) && { sms: true }), etiquettes: d.chance(50) },
      contenu: { identifiant: true, ...(!identifiants && { "mot-de-passe": true }), adresse: true },
      ...(d.chance(30) && {
        "modele-lettre": audience === "responsables" ? LETTER : defaultLetter(audience),
      }),
    };
  }
  return content;
}

function defaultLetter(audience: string): string {
  return `Connexion des ${audience === "eleves" ? "élèves" : audience}`;
}

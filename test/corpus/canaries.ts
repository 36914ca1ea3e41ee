/** Personal data and secrets, planted by kind, place and style, each with a text that no output may show. */

/** One planted case: a file of an establishment, and what must not be shown of it. */
export interface Canary {
  readonly name: string;
  readonly text: string;
  /** Parts of the planted text. */
  readonly hidden: readonly string[];
}

interface Kind {
  readonly name: string;
  readonly text: string;
  readonly hidden?: readonly string[];
  /** Whether it is a secret, which is told by the key or word before it. */
  readonly secret?: true;
}

const KINDS: readonly Kind[] = [
  { name: "an INE", text: "1234567890A" },
  { name: "a newer INE", text: "123456789AB" },
  { name: "an INE in lower case", text: "1234567890k" },
  { name: "an INE with spaces", text: "123 456 7890 K" },
  { name: "an INE with another letter A", text: "1234567890А" },
  { name: "a social security number", text: "2 69 05 49 588 157 80" },
  { name: "a mobile number", text: "06 39 98 41 27" },
  { name: "a mobile number with slashes", text: "06/39/98/41/27" },
  { name: "a Belgian number", text: "+32 470 41 27 63" },
  { name: "a birth", text: "née le 12 mars 2014" },
  { name: "a birth, decomposed", text: "née le 12/03/2014".normalize("NFD") },
  { name: "a child", text: "Léa DUPONT, 12 mars 2014", hidden: ["DUPONT", "12 mars 2014"] },
  { name: "an illness", text: "Léa DUPONT : PAI diabète", hidden: ["DUPONT", "PAI diab"] },
  { name: "a password", text: "Azur-4127!", secret: true },
  { name: "a password of letters and figures", text: "Soleil4127", secret: true },
  { name: "a password without a sign", text: "mdp Soleil4127", hidden: ["Soleil4127"] },
  { name: "the password of an account", text: "mdp (admin) : Soleil4127", hidden: ["Soleil4127"] },
  { name: "a code of a wireless network", text: "code wifi : Soleil4127", hidden: ["Soleil4127"] },
  { name: "an account with its password", text: "identifiants : admin / Soleil4127", hidden: ["Soleil4127"] },
  {
    name: "credentials in an address",
    text: "https://admin:Azur4127@ent.exemple.fr/cas",
    hidden: ["Azur4127"],
  },
];

/** How a text is written where it is a value: bare where YAML allows it. */
const quoted = (text: string): string => (/: |^[+]|\//.test(text) ? `"${text}"` : text);
const keyed = ({ text, secret }: Kind): string => `${secret ? "mot-de-passe" : "note"}: ${quoted(text)}`;
const told = ({ text, secret }: Kind): string => (secret ? `mdp : ${text}` : text);

const HEAD = "etablissement:\n  nom: Collège\n";
const PLACES: { readonly [place: string]: (kind: Kind) => string | undefined } = {
  "a comment": (kind) => `${HEAD}  # ${told(kind)}\n`,
  "a comment after a value": (kind) => `${HEAD}  type: college # ${told(kind)}\n`,
  "below an unknown key": (kind) => `${HEAD}comptes:\n  jean:\n    ${keyed(kind)}\n`,
  "below an unknown key in flow": (kind) => `${HEAD}comptes: { jean: { ${keyed(kind)} } }\n`,
  "a known text": (kind) =>
    kind.secret ? undefined : `${HEAD}maquettes: { A: { libelle: ${quoted(kind.text)} } }\n`,
  "a list": (kind) =>
    kind.secret
      ? `${HEAD}comptes:\n  mot-de-passe:\n    - ${quoted(kind.text)}\n`
      : `${HEAD}comptes:\n  - ${quoted(kind.text)}\n`,
  "a map with valeur": (kind) =>
    `${HEAD}comptes: { ${kind.secret ? "mot-de-passe" : "texte"}: { valeur: ${quoted(kind.text)} } }\n`,
  "an open quote": (kind) =>
    `${HEAD}comptes:\n  ${kind.secret ? "mot-de-passe" : "note"}: "${kind.text}\n  b: 1\n`,
  "an open flow": (kind) => `${HEAD}comptes: { ${keyed(kind)}\nniveaux: { 6e: {} }\n`,
  "a key without a space": (kind) =>
    kind.secret ? `${HEAD}comptes:\n  mot-de-passe:${kind.text}\n  a: 1\n` : undefined,
  "an equals sign": (kind) =>
    `${HEAD}comptes:\n  ${kind.secret ? "mot-de-passe" : "note"} = ${kind.text}\n  a: 1\n`,
  "a duplicate": (kind) => `${HEAD}comptes:\n  note: a\n  ${keyed(kind)}\n  ${keyed(kind)}\n`,
  "a block of text": (kind) => `${HEAD}comptes:\n  note: |\n    ${told(kind)}\n`,
  "a key": (kind) => (kind.secret ? undefined : `${HEAD}classes:\n  "${kind.text}": { niveau: 6e }\n`),
  "a complex key": (kind) => (kind.secret ? undefined : `${HEAD}comptes:\n  ? [ "${kind.text}" ]\n  : 1\n`),
  "a suppression": (kind) => `${HEAD}  # rentree-ignore ${told(kind)}\n`,
  "the reason of a suppression": (kind) =>
    `${HEAD}  # rentree-ignore missing-key: ${told(kind)}\n  type: collge\n`,
  "the name of the establishment": (kind) =>
    `etablissement:\n  nom: ${JSON.stringify(told(kind))}\nniveaux: { 6e: {} }\n`,
  "who ticked a step": (kind) =>
    `${HEAD}deroulement:\n  restauration-base: { fait: 2026-08-25, par: "${told(kind)}", pour: "${told(kind)}" }\n`,
  "a note of a tick": (kind) =>
    `${HEAD}deroulement:\n  restauration-base: { fait: 2026-08-25, par: c.durand, note: "${told(kind)}" }\n`,
  "a file with CRLF": (kind) => `${HEAD}comptes:\n  jean:\n    ${keyed(kind)}\n`.replaceAll("\n", "\r\n"),
};

/** All cases: each kind in each place. */
export function canaries(): readonly Canary[] {
  return KINDS.flatMap((kind) =>
    Object.entries(PLACES).flatMap(([place, write]) => {
      const text = write(kind);
      return text === undefined
        ? []
        : [{ name: `${kind.name}, ${place}`, text, hidden: kind.hidden ?? [kind.text] }];
    }),
  );
}

/** How a text is joined to others in the name of a file or folder. */
const JOINTS: { readonly [joint: string]: (text: string) => string } = {
  alone: (text) => text,
  "after a word and _": (text) => `eleve_${text}`,
  "after a word and -": (text) => `classe-${text}`,
};

/** Names of files and folders that hold personal data or a secret. */
export function canaryNames(): readonly Canary[] {
  return KINDS.filter(({ text }) => !text.includes("://")).flatMap((kind) => {
    const text = (kind.secret ? `mdp=${kind.text}` : kind.text).replaceAll("/", "-");
    const hidden = (kind.hidden ?? [kind.text]).map((one) => one.replaceAll("/", "-"));
    return Object.entries(JOINTS).map(([joint, join]) => ({
      name: `${kind.name}, ${joint}`,
      text: join(text),
      hidden,
    }));
  });
}

/** Names of files and folders that look similar, and are no personal data. */
export const HARMLESS_NAMES: readonly string[] = [
  ...["0759998K", "0759998K-college-des-tilleuls", "college_0759998K_2026-2027", "lycee-2026-2027"],
  ...["etablissement", "sauvegarde-2026-09-12-08-B", "sauvegarde_20260912_083000", "6e-1", "professeurs-a-l"],
  ...["550e8400-e29b-41d4-a716-446655440000", "1234567890abcdef", "export-1757664000000", "v2025.0.2.12345"],
  ...["ticket-1234567890A", "facture_123456789AB", "siret-12345678900012", "naissances", "pai-asthme"],
  ...["Martin-Claire", "conges-19-12-2026", "conseil-12-mars-2026", "mot-de-passe", "mdp-provisoires"],
  ...["192.168.100.101", "edt-semaine-36-37-38-39", "rentree-kX3f9b", "2A-2B-2C", "secretariat-0139980000"],
];

const PEOPLE = ["Léa DUPONT", "Claire MARTIN", "M. DURAND", "Mme PETIT", "Jean-Marc NOIR"];
const HARMLESS: readonly string[] = [
  ...PEOPLE.flatMap((person) => [
    `réunion avec ${person}, 12 mars 2026`,
    `${person}, 12/09/2026 : conseil pédagogique`,
    `${person}, référent PAP dyslexie`,
    `vu avec ${person} le 3/09/2026`,
  ]),
  ...["ticket", "facture", "commande", "devis", "dossier", "incident", "contrat", "licence"].flatMap(
    (what) => [
      `${what} 2026091234A`,
      `${what} n° 123456789AB`,
      `${what.toUpperCase()} 1234567890A en cours`,
      `voir ${what} 20260912-34`,
    ],
  ),
  "hotline Index Éducation : 04 96 15 21 70",
  "hotline : 06 39 98 41 27",
  "assistance : +33 4 96 15 21 70",
  "standard du collège 01 39 98 00 00",
  "loge : 01.39.98.00.00",
  "numéro vert 0 800 12 34 56",
  "0820 39 98 00",
  "Absence de <<prenom>> : appelez le 06 39 98 41 27",
  "Votre enfant {{prenom}} est absent, rappelez le 01 39 98 00 00",
  "PAI asthme : trousse à l'infirmerie",
  "PAI, PPS, PAP : voir le protocole diabète",
  "allergies : prévoir les plans d'accueil",
  "SIREN 123 456 789 et SIRET 123 456 789 00012",
  "IBAN FR76 3000 6000 0112 3456 7890 189",
  "EAN 0036000291452",
  "version 2025.0.2.1234567",
  "192.168.100.101 ou 192.168.100.102",
  "mot de passe : voir coffre 12",
  "mot de passe : 8 caractères",
  "mdp: PRONOTE_SMTP_2026",
  "password = $PRONOTE_PW1",
  "mot de passe : «MotDePasse1»",
  "mot de passe oublié : salle101",
  "mot de passe Office365",
  "politique de mots de passe : ANSSI2024",
  "mot de passe admin : https://aide2.exemple.fr",
  "mdp des 6e1-2026",
  "réseau wifi COLLEGE2026",
  "comptes : 120 élèves / 240 responsables",
  "identifiants : prenom.nom / JJMMAAAA",
  "utilisateurs 3 à 12 / 2026-2027",
  "https://ent.exemple.fr:8443/cas@1",
  "date de naissance : sur 8 chiffres",
  "année scolaire 2026-2027, rentrée le 01/09/2026",
  "0759998K et 0759997J",
  "01/09/2026 08:30 - 12:30",
  "empreinte 2:1234567890a",
];

/** Texts that look similar, and are no personal data. Each in three places. */
export function nearMisses(): readonly Canary[] {
  return HARMLESS.flatMap((text) => [
    { name: `${text}, a comment`, text: `${HEAD}  # ${text}\n`, hidden: [] },
    {
      name: `${text}, a text`,
      text: `${HEAD}maquettes: { A: { libelle: "${text.replaceAll('"', "")}" } }\n`,
      hidden: [],
    },
    { name: `${text}, below an unknown key`, text: `${HEAD}autre:\n  texte: "${text}"\n`, hidden: [] },
  ]);
}

import { rootSchema, type Schema } from "../../server/src/schema/schema.ts";

type WrittenLanguage = "en" | "fr";

/** For each thing the term that is used, and those that are not: a reader takes two terms for two things. */
const TERMS: Readonly<Record<WrittenLanguage, readonly (readonly [term: string, others: RegExp])[]>> = {
  fr: [
    ["check-list", words("listes? de contrôle", "checklists?")],
    ["indication", words("\\d+ conseils?", "\\{0\\} conseils?")],
    ["desiderata", words("desidérata", "souhaits?")],
    ["e-mail", words("courriels?", "mails?", "mels?")],
    ["identifiant", words("noms? d'utilisateur", "logins?")],
    ["mise en place", words("déploiements?")],
    ["rubrique", words("sections? de l'Espace")],
  ],
  en: [
    ["student", words("pupils?")],
    ["user name", words("identifiers?", "usernames?", "logins?")],
    ["bulletin", words("report cards?")],
    ["grade statement", words("gradebooks?", "relevés?")],
    ["section", words("rubriques?")],
    ["desiderata", words("parents' wishes", "teachers' wishes")],
    ["professeur principal", words("homeroom teachers?", "form teachers?")],
    ["information", words("informations")],
    ["checklist", words("check-lists?", "check lists?")],
    ["step", words("items? of the checklist", "checklist items?")],
    ["is not a", /(?:“x”|\bit|\bthis) is no(?= (?!longer))/giu],
    ["no longer", words("no more exists?", "is there no more")],
    ["needs", words("cannot do without")],
    ["fixes", words("mends?")],
    ["sign in", words("come in through", "comes in through")],
  ],
};

/** Codes of documents, statements, mistakes and items: they stand in the data, and are cited by name. */
const CODES =
  /\b(?:S\d\d-\d\d|KB-?\d+|M\d{3}|C\d{3}|DOC-[A-Z]+|FAQ-[A-Z]+|GP20\d\d|EDT-(?:PREF|PTM|DESID|ROOM|HB)|WEB-LABELS|MISTAKES|DOMAIN)\b/g;

const PATH = /(?<![\w./:<-])([a-z][\p{L}\d-]*)\/(?:[\p{L}\d*][\p{L}\d-]*)/gu;

/** Names that begin with a capital wherever they stand. */
const NAMES =
  /^(?:PRONOTE|EDT|RNE|CAS|ENT|SIECLE|STSWEB|RGPD|SMS|SPR|CNIL|TCP|IP|HTTPS|AESH|CPE|AED|YAML|Index|Espaces?|Client|Clients|Serveur|Server|Relais|Fichier|Ressources|Paramètres|Rentrée|Prioritaire|Connexion|Discussions)$/;
const CAPITAL = /(?<=\p{L}[”»)]*[\u00a0 ]?: )(\p{Lu}[\p{L}]*)/gu;

const sections = new Set(keysOf(rootSchema));

/**
 * What a text should not contain: another term for a thing that has one, a path of keys, a code of ours, a capital
 * after a colon inside a sentence. Code between backquotes is left out, and titles of commands, which are no sentences.
 */
export function wordFaults(text: string, language: WrittenLanguage): readonly string[] {
  const prose = text.replace(/`+[^`]*`+|\]\([^)]*\)|https?:\S+|\?login=true/g, "x");
  // What is quoted is somebody else's: a label of PRONOTE, a name in a file.
  const own = prose.replace(/“[^”]*”/g, "“x”").replace(/«[^»]*»/g, "« x »");
  return [
    ...TERMS[language].flatMap(([term, others]) =>
      Array.from(own.matchAll(others), ([found]) => `“${found}” instead of “${term}”`),
    ),
    ...Array.from(prose.matchAll(CODES), ([code]) => `the code ${code}`),
    ...Array.from(prose.replace(/^(?:“[^”]*”|«[^»]*»)/, "x").matchAll(PATH)).flatMap(([path, first = ""]) =>
      sections.has(first) ? [`the path ${path}`] : [],
    ),
    ...capitalsAfterColon(prose),
  ];
}

/** Capitals after a colon inside a sentence, except those of names. */
function capitalsAfterColon(prose: string): readonly string[] {
  if (/^[^:]{1,16}[\u00a0 ]?: /.test(prose) && !/[.!?]$/.test(prose)) return []; // a label or a title
  return Array.from(prose.matchAll(CAPITAL)).flatMap(([word]) =>
    NAMES.test(word) || /^\p{Lu}+$/u.test(word) ? [] : [`the capital of “${word}” after a colon`],
  );
}

/** Days as YYYY-MM-DD that a sentence says outside of quotes, where it does not say what to write. */
export function daysInFigures(sentence: string): readonly string[] {
  const said = sentence
    .replace(/“[^”]*”|«[^»]*»/g, "x")
    .replace(/(?:\bWrite|Écrivez|\bexample|exemple)[\u00a0 ]?: .*$/u, "");
  return Array.from(said.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g), ([day]) => day);
}

function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d-])(?:${alternatives.join("|")})(?![\\p{L}\\d-])`, "giu");
}

function keysOf(schema: Schema, seen = new Set<Schema>()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const below = [...schema.properties.values(), schema.additional, schema.items];
  return [...schema.properties.keys(), ...below.flatMap((one) => (one ? keysOf(one, seen) : []))];
}

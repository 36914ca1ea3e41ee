import type { LocalizedText } from "../base/message.ts";
import { latinLookAlikes } from "./look-alikes.ts";
import { isOfRule, tellsPasswordInWords } from "./told-passwords.ts";

const DATA = {
  ine: { en: "a pupil's national number (INE)", fr: "un numéro national d'élève (INE)" },
  nir: { en: "a social security number", fr: "un numéro de sécurité sociale" },
  birth: { en: "a birth date", fr: "une date de naissance" },
  phone: { en: "a phone number", fr: "un numéro de téléphone" },
  health: { en: "what is known of a pupil's health", fr: "ce que l'on sait de la santé d'un élève" },
} as const satisfies { readonly [datum: string]: LocalizedText };

/** The kinds of personal data that a phone number is: a school has one too. */
export const PHONE_NUMBER: LocalizedText = DATA.phone;

/** Shorter texts contain no datum. */
const SHORTEST = 8;
/** Before a number, so many characters may say what it is. */
const BEFORE = 24;

/**
 * The kind of personal data that a text looks like, however it is written: spaces, case, accents and letters that look
 * like others do not count. `undefined` if there is none. In comments any phone number counts, in values only one that
 * is no landline's of a school, or that is the whole value.
 */
export function datumIn(text: string, where: "comment" | "value"): LocalizedText | undefined {
  if (text.length < SHORTEST || !/[\d\uff10-\uff19]|sant|diab|asthm|epilep|allerg/i.test(text))
    return undefined;
  if (isHarmless(text)) return undefined;
  const plain = plainOf(text);
  // Most texts with accents are ruled out as those without are, once the accents are gone.
  if (plain !== text && isHarmless(plain)) return undefined;
  const low = lowered(plain);
  if (hasIne(plain, low)) return DATA.ine;
  if (hasNir(plain)) return DATA.nir;
  if (BIRTH.test(low) || (BORN.test(plain) && !STAFF.test(low))) return DATA.birth;
  if (SICK_PERSON.test(plain) && ILLNESS.test(low) && !STAFF.test(low)) return DATA.health;
  return hasPhone(low, where) ? DATA.phone : undefined;
}

/** Whether a text contains a password. */
export function tellsSecret(text: string): boolean {
  if (text.length <= SHORTEST) return false;
  // Few texts contain a digit or a URL, and testing for these is much cheaper than the rest.
  const mayHold = /[\d\uff10-\uff19]/.test(text);
  if (!mayHold && !text.includes("://")) return false;
  if (tellsNoSecret(text)) return false;
  const plain = plainOf(text);
  if (plain !== text && tellsNoSecret(plain)) return false;
  return (mayHold && containsPassword(plain)) || (plain.includes("://") && CREDENTIALS.test(plain));
}

/** Whether a text is plain, and has neither the digits nor the words of a datum. */
function isHarmless(text: string): boolean {
  return isAscii(text) && !hasManyDigits(text) && !PERSONAL.test(text);
}

/** Whether a text is plain, and has neither a URL nor a word for a password. */
function tellsNoSecret(text: string): boolean {
  return isAscii(text) && !text.includes("://") && !PASSWORD_WORD.test(text);
}

/** Plain text needs no normalisation, so that most lines are ruled out by a single look. */
function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** Whether a text has as many digits as the shortest number of a person. */
function hasManyDigits(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57 && ++digits === FEWEST_DIGITS) return true;
  }
  return false;
}

/** A foreign phone number has eight digits, every other number more. */
const FEWEST_DIGITS = 8;
/** What stands beside a birth date or an illness, in plain text: a word for it, or a year before 2020. */
const PERSONAL = /naiss|ne[ (e]|diab|asthm|epilep|allerg|tdah|autis|dyslex|dysphas|dyspra|19\d\d|20[01]\d/i;
const PASSWORD_WORD =
  /pass|mdp|pwd|jeton|token|wi-?fi|api|code[ _-]|login|identifiant|user|utilisateur|compte/i;

/** A text with plain letters: composed, without accents, marks and invisible characters, each run of spaces as one. */
function plainOf(text: string): string {
  if (isAscii(text) && !text.includes("  ")) return text;
  return latinLookAlikes(text.normalize("NFKD"))
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/\s+/g, " ");
}

/** A text in lower case, of the same length. */
function lowered(plain: string): string {
  return plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const INE = /(?<![a-z0-9-]|\d:)(?:\d{10}[a-z]|\d{9}[a-z]{2})(?![\w-])/g;
const SPACED_INE = /(?<![\w.-])\d(?: ?\d){8} ?(?:\d ?[A-Za-z]|[A-Za-z]{2})(?!\w)/g;
/** What is no pupil's number, although it looks like one. */
const OTHER_NUMBER =
  /factur|ticket|command|devis|dossier|contrat|ref[.e: ]|serie|licence|colis|siren|siret|iban|bic|tva|incident|demande|bon |client|hash|sha|empreinte/;

function hasIne(plain: string, low: string): boolean {
  const isNamed = /(?<![a-z])ine(?![a-z])/.test(low);
  const isIne = (index: number) =>
    isNamed || !OTHER_NUMBER.test(low.slice(Math.max(0, index - BEFORE), index));
  if ([...low.matchAll(INE)].some(({ index }) => isIne(index))) return true;
  return [...plain.matchAll(SPACED_INE)].some(
    // A phone number before a word, or before an initial.
    ({ 0: found, index }) =>
      isIne(index) && (isNamed || (/[A-Z]$/.test(found) && !/^0[1-9] ?\d\d \d/.test(found))),
  );
}

const NIR =
  /(?<!\w)([12])[ .-]?(\d{2})[ .-]?(\d{2})[ .-]?(\d{2}|2[ABab])[ .-]?(\d{3})[ .-]?(\d{3})[ .-]?(\d{2})(?!\w)/g;

function hasNir(plain: string): boolean {
  return [...plain.matchAll(NIR)].some(isNir);
}

/**
 * Whether the key of a social security number is right: 97 minus the remainder of its first 13 digits divided by 97.
 */
function isNir([, sex, year, month, department = "", commune, order, key = ""]: RegExpExecArray): boolean {
  const corsica = { "2A": "19", "2B": "18" }[department.toUpperCase()] ?? department;
  const number = BigInt(`${sex}${year}${month}${corsica}${commune}${order}`);
  return 97n - (number % 97n) === BigInt(key);
}

const BIRTH =
  /(?:(?<![a-z])ne(?:e|\(e\)|e\(e\))? le|(?<![a-z])date de naissance ?:?|(?<![a-z])naissance ?:) ?\d{1,4}(?:[/.-]\d| [a-z])/;
/** A name and a date before 2020: nothing that is planned. */
const BORN =
  /[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z][A-Za-z'-]+ ?[,;(:] ?(?:\d{1,2}(?:er)? [a-z]{3,9} |\d{1,2}[/.-]\d{1,2}[/.-])(?:19\d\d|20[01]\d)(?!\d)/;
const SICK_PERSON = /[A-Z][a-z]+(?:-[A-Z][a-z]+)? [A-Z][A-Z'-]+ ?[,;(:]/;
const ILLNESS = /diabet|asthm|epilep|allergi|tdah|autis|dyslexi|dysphas|dyspra/;
/** Who works there, and what is planned with them. */
const STAFF =
  /referent|infirm|prof|enseign|cpe|aesh|medecin|psyen|coordo|formation|formateur|reunion|(?<![a-z])m(?:me)?\.? |direct|principal|provis|secretair|gestion|intervenant/;

const FRENCH =
  /(?<![\w.+/])(?:(?:\+|00)33[ ./-]?(?:\(0\)[ ./-]?)?|0)([1-9])(?:(?: \d{2}){4}|(?:\.\d{2}){4}|(?:-\d{2}){4}|(?:\/\d{2}){4}|\d{8})(?![\w/])/g;
const FOREIGN =
  /(?<![\w.+/])(?:\+(?!33|262|59\d|508|68\d)|00(?:3[12459]|4[1349]|35[12]|377)[ ./-])[1-9]\d{0,2}?[ ./-]?(?:\(0\)[ ./-]?)?\d(?:[ ./-]?\d){6,10}(?![\w/])/;
/** Who is called at any number, also a mobile one, that is no person's. */
const HOTLINE =
  /hotline|assistance|support|standard|index education|editeur|plateforme|depannage|technique|urgence|astreinte|samu/;
/** Who is called at a landline. */
const OFFICE =
  /secretariat|college|lycee|etablissement|accueil|rectorat|academi|dsden|pronote|plate-forme|mairie|region|departement|conseil|numero vert|vie scolaire|bureau|loge|intendance|police|pompiers|transport|cantine/;
/** A text that is completed when it is sent. */
const TEMPLATE = /<<|>>|\{\{|\{%|\$\{|\[\[/;

function hasPhone(low: string, where: "comment" | "value"): boolean {
  if (TEMPLATE.test(low) || HOTLINE.test(low)) return false;
  if (FOREIGN.test(low)) return true;
  return [...low.matchAll(FRENCH)].some(({ 0: found, 1: first = "" }) => {
    if (/[67]/.test(first)) return true;
    if (first === "8" || OFFICE.test(low)) return false;
    return where === "comment" || found.length === low.trim().length;
  });
}

/** The words before a password; also at the end of the name of a variable that is assigned. */
const BEFORE_PASSWORD =
  /(?<![a-z0-9])(?:mots?[ _-]+de[ _-]+passe|motdepasse|mdp|password|passwd|passphrase|pwd|jeton|token)["']? ?(?:[:=]|est(?![a-z])(?: ?[:=])?) ?(?:[{[] ?(?:(?!env)[a-z-]+ ?: ?)?)?/g;
/**
 * A reference to a password that is stored elsewhere: `env`, `$NAME`, `$(…)`, `%NAME%`, or the name of a variable
 * alone. Such a name is in capitals and contains a `_`: one without, such as `SOLEIL2026`, may be a password, and is
 * taken for one. (A name in braces begins with `{`, which no password contains here.) Nor is the fingerprint of a
 * setting one: `recuperation-mot-de-passe: "1:5ca87109"`.
 */
const REFERENCE =
  /["'`]?(?:[Ee][Nn][Vv]\b|\$(?:\(|env:)|%\w+%|\d{1,2}:[0-9a-f]{8,64}["']?(?:[\s,}]|$)|(?:\$[A-Z_]|[A-Z][A-Z0-9]*_)[A-Z0-9_]*["'`.,;:)\]]*(?:\s|$))/y;
/**
 * A password: a word with a letter and a digit. Only its beginning is examined, so that a long word takes no longer.
 */
const PASSWORD = /(?=\S{0,100}\d)(?=\S{0,100}\p{L})[^\s{}<>«»]{6}/uy;
const CREDENTIALS = /:\/\/[^\s/:@]+:[^\s/@{}$]+@/;

function containsPassword(plain: string): boolean {
  const low = lowered(plain);
  const isSigned = [...low.matchAll(BEFORE_PASSWORD)].some(({ 0: before, index }) => {
    const at = index + before.length;
    return !isOfRule(low, index) && !testAt(REFERENCE, plain, at) && testAt(PASSWORD, plain, at);
  });
  return isSigned || tellsPasswordInWords(plain, low);
}

/** Whether a text begins with a password, as far as that can be told: not with a reference to one. */
export function holdsPassword(text: string): boolean {
  const plain = plainOf(text);
  return !plain.includes(": ") && !testAt(REFERENCE, plain, 0) && testAt(PASSWORD, plain, 0);
}

const SECRET_KEY =
  /(?:mots?[ _-]?de[ _-]?passe|mdp|passw|pwd|passphrase|secret|token|jeton|wi-?fi|(?<!\w)pin|cle-api|api-key)(?:[ _-][a-z]{1,20}){0,2}["']? ?[:=]/;
const SECRET_KEY_ALONE =
  /^(?:- )?["']?(?:mots?[ _-]?de[ _-]?passe|mdp|password|passwd|pwd|passphrase|token|jeton)["']? ?: ?[|>]?[+-]?$/;

/** Whether a line has a key whose value must not appear in a message. */
export function namesSecret(line: string): boolean {
  return SECRET_KEY.test(lowered(plainOf(line)));
}

/** Whether a line, without the space around it, is such a key whose value stands on the lines below. */
export function beginsSecret(line: string): boolean {
  return line.length < 40 && !ENDS_WITH_VALUE.test(line) && SECRET_KEY_ALONE.test(lowered(plainOf(line)));
}

/** A plain character that ends no line with a key alone: most lines are ruled out by it. */
const ENDS_WITH_VALUE = /[^:|>+-\s\x80-\uffff]$/;

/** Whether a sticky expression matches at an offset of a text. */
function testAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

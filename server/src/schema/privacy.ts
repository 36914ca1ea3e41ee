import { foldName } from "../base/closest.ts";
import { type LocalizedText, message } from "../base/message.ts";
import { locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import { booleanOf } from "../syntax/scalars.ts";
import type { Node, Pair, ScalarNode, Span } from "../syntax/tree.ts";
import { meantKey, secretInClear } from "./problems.ts";
import type { Schema } from "./schema.ts";

const INE = /(?<!\w)(?:\d{10}[A-Z]|\d{9}[A-Z]{2})(?!\w)/;
const NIR =
  /(?<!\w)([12])[ .]?(\d{2})[ .]?(\d{2})[ .]?(\d{2}|2[AB])[ .]?(\d{3})[ .]?(\d{3})[ .]?(\d{2})(?!\w)/g;
const PHONE = /(?<![\w.+])(?:(?:\+|00)33[ .-]?(?:\(0\)[ .-]?)?|0)[1-9](?:[ .-]?\d{2}){4}(?![\w])/;
const MOBILE = /(?<![\w.+])(?:(?:\+|00)33[ .-]?(?:\(0\)[ .-]?)?|0)[67](?:[ .-]?\d{2}){4}(?![\w])/;
const BIRTH =
  /(?:\bn[ée]+\(?e?\)?\s+le|\bdate\s+de\s+naissance(?:\s*:)?|\bnaissance\s*:)\s*\d{1,4}(?:[/.-]\d|\s+\p{L})/iu;
/** The words before a password, in any case; also at the end of the name of a variable that is assigned. */
const BEFORE_PASSWORD =
  /(?<![\p{L}\d])(?:mots?[\s_-]+de[\s_-]+passe|mdp|password|passwd|pwd|jeton|token)\s*(?:[:=]|\best\b(?:\s*[:=])?)\s*/giu;
/**
 * A reference to a password that is stored elsewhere: `env`, `$NAME`, `$(…)`, `%NAME%`, or the name of a variable
 * alone. Such a name is in capitals and contains a `_`: one without, such as `SOLEIL2026`, may be a password, and is
 * taken for one. (A name in braces begins with `{`, which no password contains here.)
 */
const REFERENCE =
  /["'`]?(?:[Ee][Nn][Vv]\b|\$(?:\(|env:)|%\w+%|(?:\$[A-Z_]|[A-Z][A-Z0-9]*_)[A-Z0-9_]*["'`.,;:)\]]*(?:\s|$))/y;
/**
 * A password: a word with a letter and a digit. Only its beginning is examined, so that a long word takes no longer.
 */
const PASSWORD = /(?=\S{0,100}\d)(?=\S{0,100}\p{L})[^\s{}<>«»]{6}/uy;
const CREDENTIALS = /:\/\/[^\s/:@]+:[^\s/@{}$]+@/;

/** Keys that no schema has, and under which there can be nothing but personal data. */
const PRIVATE_KEY =
  /^(?:ine|bea|nir|insee|numero-(?:de-)?securite-sociale|securite-sociale|date-(?:de-)?naissance|lieu-(?:de-)?naissance|ne-le|nee-le|telephone(?:-.*)?|tel|portable|gsm|adresse-(?:personnelle|postale|privee)|motifs?-medica(?:l|ux)|pathologies?|diagnostics?|allergies?|traitements?-medica(?:l|ux)|handicaps?)$/;
/** Those of them that an establishment has as well. */
const CONTACT_KEY = /^(?:telephone(?:-.*)?|tel|portable|gsm|adresse-postale)$/;
const PUPILS = /^(?:eleves?|responsables?|parents?|tuteurs?|familles?)$/;

const DATA: { readonly [datum: string]: LocalizedText } = {
  ine: { en: "a pupil's national number (INE)", fr: "un numéro national d'élève (INE)" },
  nir: { en: "a social security number", fr: "un numéro de sécurité sociale" },
  birth: { en: "a birth date", fr: "une date de naissance" },
  phone: { en: "a phone number", fr: "un numéro de téléphone" },
};

const CONTACT: LocalizedText = { en: "a contact detail", fr: "une coordonnée" };
/** The length of the longest word for a checkbox, “false”. */
const WORD = 5;

/**
 * The kind of personal data that a text looks like; `undefined` if none. In comments any phone number counts, in values
 * only a mobile one.
 */
export function datumIn(text: string, where: "comment" | "value"): LocalizedText | undefined {
  if (text.length < 8 || !/\d/.test(text)) return undefined;
  if (INE.test(text)) return DATA["ine"];
  if ([...text.matchAll(NIR)].some(isNir)) return DATA["nir"];
  if (BIRTH.test(text)) return DATA["birth"];
  return (where === "comment" ? PHONE : MOBILE).test(text) ? DATA["phone"] : undefined;
}

/** Whether a text contains a password. */
export function tellsSecret(text: string): boolean {
  // Few texts contain a digit or a URL, and testing for these is much cheaper than the rest.
  return (
    text.length > 8 &&
    ((/\d/.test(text) && containsPassword(text)) || (text.includes("://") && CREDENTIALS.test(text)))
  );
}

function containsPassword(text: string): boolean {
  return [...text.matchAll(BEFORE_PASSWORD)].some(({ 0: before, index }) => {
    const at = index + before.length;
    return !testAt(REFERENCE, text, at) && testAt(PASSWORD, text, at);
  });
}

/** Whether a sticky expression matches at an offset of a text. */
function testAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/**
 * Whether the key of a social security number is right: 97 minus the remainder of its first 13 digits divided by 97.
 */
function isNir([, sex, year, month, department = "", commune, order, key = ""]: RegExpExecArray): boolean {
  const corsica = department === "2A" ? "19" : department === "2B" ? "18" : department;
  const number = BigInt(`${sex}${year}${month}${corsica}${commune}${order}`);
  return 97n - (number % 97n) === BigInt(key);
}

/** The problem of a value that contains personal data or a secret. The message does not repeat it. */
export function privateValue(node: ScalarNode, schema: Schema): Problem | undefined {
  if (schema.secret) return undefined; // reported for the value as a whole
  const datum = datumIn(node.text, "value");
  if (datum && !(schema.ownPhone && datum === DATA["phone"]))
    return personalData(node, datum, [withoutDatum(node, schema)]);
  // A phone number or an address where PRONOTE has a checkbox; a short word such as “oui” is only a misspelt one.
  if (schema.private && booleanOf(node) === undefined && node.text.trim().length > WORD)
    return personalData(node, CONTACT, [withoutDatum(node, schema)]);
  return tellsSecret(node.text) ? secretInClear(node, "~") : undefined;
}

/** Replaces personal data by what the language allows: a checkbox, or nothing. */
function withoutDatum(node: ScalarNode, schema: Schema): Fix {
  return schema.type === "boolean"
    ? {
        title: message("Write only that PRONOTE has it"),
        safety: "probable",
        edits: [replaceValue(node, "true")],
      }
    : { title: message("Remove it"), safety: "probable", edits: [replaceValue(node, "~")] };
}

/** The problem of an unknown key that names a person, or that can only hold personal data. */
export function privateKey({ key, value }: Pair, schema: Schema): Problem | undefined {
  const name = foldName(key.text);
  const fixes = () => removal(key, value);
  if (datumIn(key.text, "value")) return unnamed(key, fixes());
  if (meantKey(key.text, schema)) return undefined;
  const pupils = PUPILS.test(name) && (value.kind === "list" || schema.properties.has("services"));
  if (schema.nobody || pupils) return unnamed(key, fixes());
  if (!PRIVATE_KEY.test(name) || (schema.ownPhone && CONTACT_KEY.test(name))) return undefined;
  return { id: "personal-data", at: key, message: NO_PERSONAL_DATA, fixes: fixes() };
}

/** Whether a value may consist of names: a list with items, or a word that is no number and no checkbox. */
export function namesSomebody(node: Node): boolean {
  if (node.kind === "list") return node.items.length > 0;
  return (
    node.kind === "scalar" && /\p{L}{2}/u.test(node.text) && !/^(?:true|false|oui|non)$/i.test(node.text)
  );
}

/** The problem of a list, or a name, where only settings for all may be written. */
export function privateList(node: Node): Problem {
  const [first] = node.kind === "list" ? node.items : [];
  const at = first && node.endLine > node.line ? first : node;
  const edits = [replaceValue(node, "{}")];
  return unnamed(at, [{ title: message("Remove it"), safety: "probable", edits }]);
}

/** The problem of a text that looks like personal data. */
export function personalData(at: Span, datum: LocalizedText, fixes: readonly Fix[]): Problem {
  const text = message(
    "This looks like {0}. A configuration is copied, and its history kept: nobody's personal data may stand in it (RGPD).",
    datum,
  );
  return { id: "personal-data", at, message: text, fixes };
}

const NO_PERSONAL_DATA = message(
  "Personal data stand under such a key. A configuration is copied, and its history kept: nobody's may stand in it (RGPD).",
);

function unnamed(at: Span, fixes: readonly Fix[]): Problem {
  const text = message(
    "No student and no guardian is named in a configuration (RGPD): it says only what holds for all of them.",
  );
  return { id: "personal-data", at, message: text, fixes };
}

function removal(key: ScalarNode, value: Node): readonly Fix[] {
  const place = locateEntry(key, value);
  return place ? [{ title: message("Remove it"), safety: "probable", edits: removeEntry(place) }] : [];
}

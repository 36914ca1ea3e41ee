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
/** What stands before a password, in small letters or capitals; also in the name of a variable that is set. */
const BEFORE_PASSWORD =
  /(?<![\p{L}\d])(?:mots?[\s_-]+de[\s_-]+passe|mdp|password|passwd|pwd|jeton|token)\s*(?:[:=]|\best\b(?:\s*[:=])?)\s*/giu;
/**
 * What refers to a password that stands elsewhere: `env`, `$NAME`, `$(…)`, `%NAME%`, or the name of a variable alone. A name
 * is written in capitals and holds a `_`; without one, such as `SOLEIL2026`, it may as well be a password, and is taken for
 * it. (Names in braces hold a `{`.)
 */
const REFERENCE =
  /["'`]?(?:[Ee][Nn][Vv]\b|\$(?:\(|env:)|%\w+%|(?:\$[A-Z_]|[A-Z][A-Z0-9]*_)[A-Z0-9_]*["'`.,;:)\]]*(?:\s|$))/y;
/** A password: a letter and a digit in one word. Only its beginning is looked at, so that a long word costs no more. */
const PASSWORD = /(?=\S{0,100}\d)(?=\S{0,100}\p{L})[^\s{}<>«»]{6}/uy;
const CREDENTIALS = /:\/\/[^\s/:@]+:[^\s/@{}$]+@/;

/** Keys that no schema has, and under which nothing but personal data stands. */
const PRIVATE_KEY =
  /^(?:ine|bea|nir|insee|numero-(?:de-)?securite-sociale|securite-sociale|date-(?:de-)?naissance|lieu-(?:de-)?naissance|ne-le|nee-le|telephone(?:-.*)?|tel|portable|gsm|adresse-(?:personnelle|postale|privee)|motifs?-medica(?:l|ux)|pathologies?|diagnostics?|allergies?|traitements?-medica(?:l|ux)|handicaps?)$/;
const PUPILS = /^(?:eleves?|responsables?|parents?|tuteurs?|familles?)$/;

const DATA: { readonly [datum: string]: LocalizedText } = {
  ine: { en: "a pupil's national number (INE)", fr: "un numéro national d'élève (INE)" },
  nir: { en: "a social security number", fr: "un numéro de sécurité sociale" },
  birth: { en: "a birth date", fr: "une date de naissance" },
  phone: { en: "a phone number", fr: "un numéro de téléphone" },
};

const CONTACT: LocalizedText = { en: "a contact detail", fr: "une coordonnée" };
/** The longest word for a box, such as “false”. */
const WORD = 5;

/** What a text looks like that may stand in no configuration; in comments any phone number, else a mobile one. */
export function datumIn(text: string, where: "comment" | "value"): LocalizedText | undefined {
  if (text.length < 8 || !/\d/.test(text)) return undefined;
  if (INE.test(text)) return DATA["ine"];
  if ([...text.matchAll(NIR)].some(isNir)) return DATA["nir"];
  if (BIRTH.test(text)) return DATA["birth"];
  return (where === "comment" ? PHONE : MOBILE).test(text) ? DATA["phone"] : undefined;
}

/** Whether a text gives a password away. */
export function tellsSecret(text: string): boolean {
  // Few texts hold a digit or an address; what they are looked through for costs far more.
  return (
    text.length > 8 &&
    ((/\d/.test(text) && holdsPassword(text)) || (text.includes("://") && CREDENTIALS.test(text)))
  );
}

function holdsPassword(text: string): boolean {
  return [...text.matchAll(BEFORE_PASSWORD)].some(({ 0: before, index }) => {
    const at = index + before.length;
    return !testAt(REFERENCE, text, at) && testAt(PASSWORD, text, at);
  });
}

/** Whether a sticky expression fits at a place of a text. */
function testAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** Whether a number in a text ends with the key that its first 13 digits leave: 97 less the rest of their division by 97. */
function isNir([, sex, year, month, department = "", commune, order, key = ""]: RegExpExecArray): boolean {
  const corsica = department === "2A" ? "19" : department === "2B" ? "18" : department;
  const number = BigInt(`${sex}${year}${month}${corsica}${commune}${order}`);
  return 97n - (number % 97n) === BigInt(key);
}

/** A value that gives away what nobody should read here. The messages repeat none of it. */
export function privateValue(node: ScalarNode, schema: Schema): Problem | undefined {
  if (schema.secret) return undefined; // said of the whole value
  const datum = datumIn(node.text, "value");
  if (datum) return personalData(node, datum, [withoutDatum(node, schema)]);
  // A number or an address in the place of its box; “oui” is only a box that is misspelt.
  if (schema.private && booleanOf(node) === undefined && node.text.trim().length > WORD)
    return personalData(node, CONTACT, [withoutDatum(node, schema)]);
  return tellsSecret(node.text) ? secretInClear(node, "~") : undefined;
}

/** What PRONOTE has of a person is a box: the box, or nothing. */
function withoutDatum(node: ScalarNode, schema: Schema): Fix {
  return schema.type === "boolean"
    ? {
        title: message("Write only that PRONOTE has it"),
        safety: "probable",
        edits: [replaceValue(node, "true")],
      }
    : { title: message("Remove it"), safety: "probable", edits: [replaceValue(node, "~")] };
}

/** An unknown key that names a person, or under which personal data stands. */
export function privateKey({ key, value }: Pair, schema: Schema): Problem | undefined {
  const name = foldName(key.text);
  const fixes = () => removal(key, value);
  if (datumIn(key.text, "value")) return unnamed(key, fixes());
  if (meantKey(key.text, schema)) return undefined;
  const pupils = PUPILS.test(name) && (value.kind === "list" || schema.properties.has("services"));
  if (schema.nobody || pupils) return unnamed(key, fixes());
  if (!PRIVATE_KEY.test(name)) return undefined;
  return { id: "personal-data", at: key, message: NO_PERSONAL_DATA, fixes: fixes() };
}

/** Whether a value may be names: a list of something, or a word that is neither a number nor a box. */
export function namesSomebody(node: Node): boolean {
  if (node.kind === "list") return node.items.length > 0;
  return (
    node.kind === "scalar" && /\p{L}{2}/u.test(node.text) && !/^(?:true|false|oui|non)$/i.test(node.text)
  );
}

/** A list, or a name, where only what holds for all may be written. */
export function privateList(node: Node): Problem {
  const [first] = node.kind === "list" ? node.items : [];
  const at = first && node.endLine > node.line ? first : node;
  const edits = [replaceValue(node, "{}")];
  return unnamed(at, [{ title: message("Remove it"), safety: "probable", edits }]);
}

/** Something that looks like personal data. */
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
    "No pupil and no guardian is named in a configuration (RGPD): it says only what holds for all of them.",
  );
  return { id: "personal-data", at, message: text, fixes };
}

function removal(key: ScalarNode, value: Node): readonly Fix[] {
  const place = locateEntry(key, value);
  return place ? [{ title: message("Remove it"), safety: "probable", edits: removeEntry(place) }] : [];
}

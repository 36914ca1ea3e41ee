import { foldName } from "../base/closest.ts";
import { type LocalizedText, message } from "../base/message.ts";
import { locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import { datumIn, PHONE_NUMBER, tellsSecret } from "../syntax/private-text.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import { booleanOf } from "../syntax/scalars.ts";
import type { Node, Pair, ScalarNode, Span } from "../syntax/tree.ts";
import { meantKey, secretInClear } from "./problems.ts";
import type { Schema } from "./schema.ts";

/** Keys that no schema has, and under which there can be nothing but personal data. */
const PRIVATE_KEY =
  /^(?:ine|bea|nir|insee|numero-(?:de-)?securite-sociale|securite-sociale|date-(?:de-)?naissance|lieu-(?:de-)?naissance|ne-le|nee-le|telephone(?:-.*)?|tel|portable|gsm|adresse-(?:personnelle|postale|privee)|motifs?-medica(?:l|ux)|pathologies?|diagnostics?|allergies?|traitements?-medica(?:l|ux)|handicaps?)$/;
/** Those of them that an establishment has as well. */
const CONTACT_KEY = /^(?:telephone(?:-.*)?|tel|portable|gsm|adresse-postale)$/;
const PUPILS = /^(?:eleves?|responsables?|parents?|tuteurs?|familles?)$/;

const CONTACT: LocalizedText = { en: "a contact detail", fr: "une coordonnée" };
/** The length of the longest word for a checkbox, “false”. */
const WORD = 5;

/** The problem of a value that contains personal data or a secret. The message does not repeat it. */
export function privateValue(node: ScalarNode, schema: Schema): Problem | undefined {
  if (schema.secret) return undefined; // reported for the value as a whole
  const datum = datumIn(node.text, "value");
  if (datum && !(schema.ownPhone && datum === PHONE_NUMBER))
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

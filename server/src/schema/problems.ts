import { closest, foldName } from "../base/closest.ts";
import { type LocalizedText, type Message, message } from "../base/message.ts";
import { meantName } from "../base/misspelling.ts";
import { locateEntry, removeEntry } from "../syntax/edit.ts";
import type { Edit, Fix, Problem } from "../syntax/problem.ts";
import { booleanOf } from "../syntax/scalars.ts";
import type { AliasNode, Node, Pair, ScalarNode, Span } from "../syntax/tree.ts";
import { homeOf } from "./places.ts";
import type { Schema } from "./schema.ts";

const SECRET =
  /^(?:mot-?de-?passe|mdp|password|passwd|pwd|passphrase|secret|token|jeton|pin|code-pin|cle-api|api-key)$/;

const QUOTES: { readonly [style: string]: string | undefined } = { single: "'", double: '"' };

/** The text of a scalar, with its quotes if it has any, or of an alias, for messages; at most 60 characters. */
export function quoted(node: Node): string {
  const text = node.kind === "scalar" ? node.text : node.kind === "alias" ? `*${node.name}` : "";
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  const quote = node.kind === "scalar" ? QUOTES[node.style] : undefined;
  return quote === undefined ? shown : `${quote}${shown}${quote}`;
}

/** What may stand without quotes, in block and in flow style, whatever is above it. */
const PLAIN =
  /^[\p{L}\p{N}_./-][^:#,[\]{}"'&*!|>%`\p{Cc}\p{Zl}\p{Zp}\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
/** What would then be something else: an item, a document's end, nothing, or for readers of YAML 1.1 a boolean. */
const NOT_TEXT = /^(?:-+(?:\s|$)|\.\.\.|---|null$|(?:y|n|yes|no|on|off)$)|\s$/i;

/** A text as a YAML scalar: in quotes where they are needed. */
export function scalarText(text: string): string {
  return PLAIN.test(text) && !NOT_TEXT.test(text) ? text : doubleQuoted(text);
}

/** A text in double quotes, on one line and in the direction of reading whatever it contains. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\]/g, "\\$&");
  return `"${escaped.replace(/[\p{Cc}\p{Zl}\p{Zp}\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, escapeOf)}"`;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** An edit that replaces a span. */
export function replace(at: Span, newText: string): Edit {
  return { at, newText };
}

/**
 * The known key that an unknown key probably means: another spelling or a former name (`sure`), or the nearest one. In
 * a map that is open to other keys, it has to be a slip of the keyboard. `undefined` if there is none, or several.
 */
export function meantKey(
  key: string,
  schema: Schema,
): { readonly key: string; readonly sure: boolean } | undefined {
  const wanted = foldName(key);
  for (const [name, below] of schema.properties) {
    if (foldName(name) === wanted) return { key: name, sure: true };
    if (below.also?.some((alias) => foldName(alias) === wanted)) return { key: name, sure: true };
  }
  for (const name of schema.properties.keys()) {
    if (`${foldName(name)}s` === wanted || foldName(name) === `${wanted}s`) return { key: name, sure: true };
  }
  if (schema.open) {
    const meant = meantName(key, schema.properties.keys());
    return meant && { key: meant.name, sure: meant.sure };
  }
  const near = closest(key, schema.properties.keys());
  return near.length === 1 && near[0] ? { key: near[0], sure: false } : undefined;
}

/** Whether a misspelt key has the value of a reference to a secret: `énv: PRONOTE_SMTP`. */
function isReference({ value }: Pair, schema: Schema, meant: ReturnType<typeof meantKey>): boolean {
  if (!schema.secret || !meant?.sure || value.kind !== "scalar") return false;
  return schema.properties.get(meant.key)?.allows?.(value.text) === true;
}

/** The problem of an unknown key. If its value may be a secret, that is reported instead. */
export function unknownKey(pair: Pair, schema: Schema, taken: (key: string) => boolean): Problem {
  const { key } = pair;
  const meant = meantKey(key.text, schema);
  const below = meant && schema.properties.get(meant.key);
  const isSecret =
    !isReference(pair, schema, meant) &&
    (schema.secret || below?.secret || (SECRET.test(foldName(key.text)) && !meant && !isBox(pair.value)));
  if (pair.value.kind === "scalar" && isSecret) return secretInClear(pair.value);
  if (!meant || taken(meant.key)) {
    return {
      id: "unknown-key",
      at: key,
      message: meant
        ? message("Unknown key “{0}”; “{1}” is already written here.", quoted(key), meant.key)
        : strangeKey(key, schema),
    };
  }
  return {
    id: "unknown-key",
    at: key,
    message: message("Unknown key “{0}”. Did you mean “{1}”?", quoted(key), meant.key),
    fixes: [
      replaceBy(key, meant.key, meant.sure && (!below || mayHold(below, pair.value)) ? "sure" : "probable"),
    ],
  };
}

function strangeKey(key: ScalarNode, schema: Schema): Message {
  const here = message("Unknown key “{0}” in “{1}”.", quoted(key), schema.title ?? WHOLE);
  const instead = schema.instead?.[foldName(key.text)];
  if (instead) return message("{0} {1}", here, { en: instead.en, fr: instead.fr });
  const home = homeOf(key.text, schema);
  if (!home) return here;
  return home.section === undefined
    ? message("{0} It belongs in “{1}”.", here, home.title)
    : message("{0} It belongs in “{1}”, in the section “{2}”.", here, home.title, home.section);
}

/** Whether a value is that of a checkbox: that is no secret. */
function isBox(node: Node): boolean {
  return node.kind === "scalar" && booleanOf(node) !== undefined;
}

/** Whether a value could be that of a key: if it has another type, the key was not meant. */
function mayHold(schema: Schema, node: Node): boolean {
  if (node.kind === "scalar") {
    return schema.type !== "string" || booleanOf(node) === undefined || (schema.allows?.(node.text) ?? true);
  }
  if (node.kind !== "map" || schema.additional) return true;
  return (
    schema.type === "object" &&
    node.pairs.every(({ key }) => schema.properties.has(key.text) || meantKey(key.text, schema))
  );
}

/** The title of a place that has none of its own. */
export const WHOLE: LocalizedText = { en: "the configuration", fr: "la configuration" };

/** A fix that replaces a span by a word. */
export function replaceBy(at: Span, newText: string, safety: Fix["safety"]): Fix {
  return { title: message("Replace by “{0}”", newText), safety, edits: [replace(at, newText)] };
}

/** Fixes that replace a name by the nearest ones: sure if only the spelling differs, otherwise probable. */
export function nameFixes(node: ScalarNode, names: Iterable<string>): readonly Fix[] {
  return closest(node.text, names).map((name) =>
    replaceBy(node, scalarText(name), foldName(name) === foldName(node.text) ? "sure" : "probable"),
  );
}

/** In a longer map, computing a fix for every duplicate key would take too long. */
const MAX_ENTRIES = 1000;

/** The problem of a key that is written a second time in a map of `entries` entries. */
export function duplicateKey(second: ScalarNode, first: Span, entries: number): Problem {
  const entry = entries < MAX_ENTRIES ? locateEntry(second) : undefined;
  return {
    id: "duplicate-key",
    at: second,
    message: message(
      "“{0}” is written twice in the same place: neither holds until one of them is removed.",
      quoted(second),
    ),
    related: [{ at: first, message: message("Written here first.") }],
    ...(entry
      ? { fixes: [{ title: message("Remove this one"), safety: "probable", edits: removeEntry(entry) }] }
      : undefined),
  };
}

/** The problem of a key that was written here in an earlier version, and belongs elsewhere now. */
export function movedKey(key: ScalarNode, { moved }: Schema): Problem {
  const entry = locateEntry(key);
  return {
    id: "moved-key",
    at: key,
    message: message("“{0}” is no longer written here. {1}", quoted(key), moved ?? WHOLE),
    ...(entry
      ? {
          fixes: [
            { title: message("Remove “{0}”", quoted(key)), safety: "probable", edits: removeEntry(entry) },
          ],
        }
      : undefined),
  };
}

/** The problem of a merge key `<<`, for which the language has `comme`. */
export function mergeKey(key: ScalarNode): Problem {
  return {
    id: "merge-key",
    at: key,
    message: message(
      "“<<” takes over a text of this file; “comme” takes over what holds for a named thing, wherever it comes from.",
    ),
  };
}

/** The problem of an alias without an anchor above it. */
export function unknownAnchor(alias: AliasNode): Problem {
  return {
    id: "yaml-syntax",
    at: alias,
    message: message(
      "“{0}” refers to a text above that is marked “{1}”, and there is none.",
      quoted(alias),
      `&${alias.name}`,
    ),
    fixes: [
      {
        title: message("Put it in quotes"),
        safety: "probable",
        edits: [replace(alias, `"${quoted(alias)}"`)],
      },
    ],
  };
}

/** The problem of a key without a value. */
export function unfinished(at: Span, name: string): Problem {
  return {
    id: "unfinished",
    at,
    message: message("“{0}” has no value yet: it is declared, and says nothing.", name),
  };
}

/** The problem of a secret in plain text. Neither the message nor the fix repeats it. */
export function secretInClear(at: Span, newText = "{ env: PRONOTE_SECRET }"): Problem {
  return {
    id: "secret-in-clear",
    at,
    message: message(
      "A secret is written here in plain text. Refer to an environment variable, and change the secret: it is no longer one.",
    ),
    fixes: [
      {
        title: message("Replace by a reference to an environment variable"),
        safety: "placeholder",
        edits: [replace(at, newText)],
      },
    ],
  };
}

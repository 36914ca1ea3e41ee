import { closest, folded } from "../closest.ts";
import { type Message, say, type Words } from "../say.ts";
import type { Edit, Fix, Problem } from "../syntax/problem.ts";
import { booleanOf, numberOf } from "../syntax/scalars.ts";
import type { Node, Pair, ScalarNode, Span } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** Words that people write for a boolean. YAML reads them as text. */
const BOOLEANS: { readonly [word: string]: boolean } = {
  oui: true,
  yes: true,
  vrai: true,
  on: true,
  non: false,
  no: false,
  faux: false,
  off: false,
};
const SECRET =
  /^(?:mot-?de-?passe|mdp|password|passwd|pwd|passphrase|secret|token|jeton|pin|code-pin|cle-api|api-key)$/;

/** A scalar in the author's own words, cut short. */
export function quoted(node: Node): string {
  const text = node.kind === "scalar" ? node.text : node.kind === "alias" ? `*${node.name}` : "";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A text as it is written where it has to be quoted, bare where not. */
export function written(text: string): string {
  const plain =
    /^[\p{L}\p{N}_./@-][^:#\n,[\]{}"'&*!|>%`]*$/u.test(text) && !/^(?:[-?:] |~$|null$)|[\s]$/.test(text);
  return plain ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

export function replace(at: Span, newText: string): Edit {
  return { at, newText };
}

/** The key that an unknown key stands for, if that can be known: another spelling, an old name, the nearest one. */
export function meantKey(
  key: string,
  schema: Schema,
): { readonly key: string; readonly sure: boolean } | undefined {
  const wanted = folded(key);
  for (const [name, below] of schema.properties) {
    if (folded(name) === wanted) return { key: name, sure: true };
    if (below.also?.some((other) => folded(other) === wanted)) return { key: name, sure: true };
  }
  for (const name of schema.properties.keys()) {
    if (`${folded(name)}s` === wanted || folded(name) === `${wanted}s`) return { key: name, sure: true };
  }
  const near = closest(key, schema.properties.keys());
  return near.length === 1 && near[0] ? { key: near[0], sure: false } : undefined;
}

/** A key that its map does not know. A secret is told first, whatever the key. */
export function unknownKey(pair: Pair, schema: Schema, taken: (key: string) => boolean): Problem {
  const { key } = pair;
  const meant = meantKey(key.text, schema);
  if (pair.value.kind === "scalar" && SECRET.test(folded(key.text)) && !meant)
    return secretInClear(pair.value);
  if (!meant || taken(meant.key)) {
    return {
      id: "unknown-key",
      at: key,
      message: meant
        ? say("Unknown key “{0}”; “{1}” is already written here.", quoted(key), meant.key)
        : say("Unknown key “{0}” in “{1}”.", quoted(key), schema.title ?? WHOLE),
    };
  }
  return {
    id: "unknown-key",
    at: key,
    message: say("Unknown key “{0}”. Did you mean “{1}”?", quoted(key), meant.key),
    fixes: [replaceBy(key, meant.key, meant.sure ? "sure" : "probable")],
  };
}

const WHOLE: Words = { en: "the configuration", fr: "la configuration" };

function replaceBy(at: Span, newText: string, safety: Fix["safety"]): Fix {
  return { title: say("Replace by “{0}”", newText), safety, edits: [replace(at, newText)] };
}

/** Every name nearest first: the nearest as a probable fix, unless it is only spelt otherwise. */
export function nameFixes(node: ScalarNode, names: Iterable<string>): readonly Fix[] {
  return closest(node.text, names).map((name) =>
    replaceBy(node, written(name), folded(name) === folded(node.text) ? "sure" : "probable"),
  );
}

/** The same key a second time in one map. */
export function duplicateKey(second: ScalarNode, first: ScalarNode): Problem {
  return {
    id: "duplicate-key",
    at: second,
    message: say("“{0}” is written twice in the same place; only one can hold.", quoted(second)),
    related: [{ at: first, message: say("Written here first.") }],
  };
}

/** An alias whose anchor does not stand above it. */
export function unknownAnchor(alias: Node): Problem {
  return {
    id: "yaml-syntax",
    at: alias,
    message: say("No text above is anchored by the name that “{0}” refers to.", quoted(alias)),
  };
}

/** A value of which nothing is written yet. */
export function unfinished(at: Span, name: string): Problem {
  return {
    id: "unfinished",
    at,
    message: say("“{0}” has no value yet: it is declared, and says nothing.", name),
  };
}

/** A secret in plain text. The message does not repeat it, nor does anything else. */
export function secretInClear(node: Node): Problem {
  return {
    id: "secret-in-clear",
    at: node,
    message: say(
      "A secret is written here in plain text. Refer to an environment variable, and change the secret: it is no longer one.",
    ),
    fixes: [
      {
        title: say("Replace by a reference to an environment variable"),
        safety: "placeholder",
        edits: [replace(node, "{ env: PRONOTE_SECRET }")],
      },
    ],
  };
}

/** A value of the wrong kind: what is wanted, and the fix for the commonest slips. */
export function wrongType(node: Node, schema: Schema): Problem {
  if (schema.secret) return secretInClear(node);
  if (node.kind === "scalar" && schema.type === "boolean") return wrongBoolean(node);
  if (node.kind === "scalar" && (schema.type === "number" || schema.type === "integer"))
    return wrongNumber(node, schema);
  return {
    id: "wrong-type",
    at: headOf(node),
    message: say("{0} is expected here, not {1}.", wantedKind(schema), givenKind(node)),
  };
}

function wrongBoolean(node: ScalarNode): Problem {
  const word = BOOLEANS[node.text.trim().toLowerCase()];
  const meant = word ?? booleanOf({ ...node, style: "plain", text: node.text.trim().toLowerCase() });
  if (meant === undefined) {
    return { id: "wrong-type", at: node, message: say("“{0}” is neither true nor false.", quoted(node)) };
  }
  return {
    id: "boolean-word",
    at: node,
    message: say("“{0}” is read as text. Write: {1}", quoted(node), String(meant)),
    fixes: [replaceBy(node, String(meant), "sure")],
  };
}

function wrongNumber(node: ScalarNode, schema: Schema): Problem {
  const text = node.text.trim().replace(",", ".");
  const meant = numberOf({ ...node, style: "plain", text });
  const fits =
    meant !== undefined &&
    (schema.type === "number" || Number.isInteger(meant)) &&
    (schema.allows?.(meant) ?? true);
  return {
    id: "wrong-type",
    at: node,
    message: schema.expected
      ? say("“{0}” is not {1}.", quoted(node), schema.expected)
      : say("A number is expected here, not “{0}”.", quoted(node)),
    ...(fits
      ? { fixes: [replaceBy(node, String(meant), node.style === "plain" ? "probable" : "sure")] }
      : undefined),
  };
}

/** A scalar of the right type that is none of the values allowed. */
export function wrongValue(node: ScalarNode, schema: Schema): Problem {
  if (schema.enum) return unknownValue(node, schema, schema.enum);
  const example = schema.examples?.[0];
  const message: Message = schema.expected
    ? example === undefined
      ? say("“{0}” is not {1}.", quoted(node), schema.expected)
      : say("“{0}” is not {1} (example: {2}).", quoted(node), schema.expected, String(example))
    : say("“{0}” is out of bounds: {1}.", quoted(node), boundsOf(schema));
  return {
    id: schema.pattern ? "bad-format" : "out-of-bounds",
    at: node,
    message,
    fixes: formatFixes(node, schema),
  };
}

function unknownValue(node: ScalarNode, schema: Schema, values: readonly string[]): Problem {
  const fixes = nameFixes(node, values);
  const nearest = closest(node.text, values);
  const list = values.slice(0, 8).join(", ");
  return {
    id: "unknown-value",
    at: node,
    message:
      nearest.length === 1
        ? say(
            "“{0}” is not a value of “{1}”. The nearest: “{2}”.",
            quoted(node),
            schema.title ?? WHOLE,
            nearest[0] ?? "",
          )
        : say("“{0}” is not a value of “{1}”: {2}.", quoted(node), schema.title ?? WHOLE, list),
    fixes:
      fixes.length > 0
        ? fixes
        : values.slice(0, 5).map((value) => replaceBy(node, written(value), "probable")),
  };
}

/** A French date or hour, written the French way. */
function formatFixes(node: ScalarNode, schema: Schema): readonly Fix[] {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(node.text.trim()) ?? [];
  const [, hour, minute = "00"] = /^(\d{1,2})\s*[hH:]\s*(\d{2})?$/.exec(node.text.trim()) ?? [];
  const guesses = [
    ...(day && month && year ? [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`] : []),
    ...(hour ? [`${hour.padStart(2, "0")}:${minute}`] : []),
    node.text.trim(),
  ];
  const guess = guesses.find((text) => text !== node.text && schema.allows?.(text));
  return guess === undefined ? [] : [replaceBy(node, written(guess), "probable")];
}

function boundsOf({ minimum, maximum, exclusiveMinimum, maxLength }: Schema): Message {
  if (minimum !== undefined && maximum !== undefined) return say("from {0} to {1}", minimum, maximum);
  if (minimum !== undefined) return say("at least {0}", minimum);
  if (maximum !== undefined) return say("at most {0}", maximum);
  if (exclusiveMinimum !== undefined) return say("more than {0}", exclusiveMinimum);
  return maxLength === undefined ? say("it may not be empty") : say("from 1 to {0} characters", maxLength);
}

function wantedKind(schema: Schema): Message {
  switch (schema.type) {
    case "object":
      return schema.additional && schema.properties.size === 0
        ? say("A group of names, each with its value,")
        : say("A group of keys");
    case "array":
      return say("A list of names");
    case "boolean":
      return say("true or false");
    case "string":
      return say("A single value");
    default:
      return say("A number");
  }
}

function givenKind(node: Node): Message {
  if (node.kind === "map") return say("a group of keys");
  return node.kind === "list" ? say("a list") : say("“{0}”", quoted(node));
}

/** The smallest text that shows a node of several lines: its first key or item. */
function headOf(node: Node): Span {
  const first = node.kind === "map" ? node.pairs[0]?.key : node.kind === "list" ? node.items[0] : undefined;
  return first && node.endLine > node.line ? first : node;
}

import { closest } from "../base/closest.ts";
import { type Message, message } from "../base/message.ts";
import type { Fix, Problem } from "../syntax/problem.ts";
import { booleanOf, numberOf } from "../syntax/scalars.ts";
import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import { nameFixes, quoted, replaceBy, scalarText, secretInClear, WHOLE } from "./problems.ts";
import type { Schema } from "./schema.ts";
import { textHint } from "./text-hints.ts";
import { wrongShape } from "./wrong-shapes.ts";

/** Words that people write for a boolean, but that YAML reads as text. */
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
/** The problem of a value of the wrong type, with fixes for the commonest typing errors. */
export function wrongType(node: Node, schema: Schema): Problem {
  if (schema.secret) return secretInClear(node, schema.type === "string" ? "PRONOTE_SECRET" : undefined);
  const hint = node.kind === "scalar" ? textHint(node, schema) : undefined;
  if (hint) return hint;
  const shape = wrongShape(node, schema);
  if (shape) return shape;
  if (node.kind === "scalar" && schema.type === "boolean") return wrongBoolean(node);
  if (node.kind === "scalar" && (schema.type === "number" || schema.type === "integer"))
    return wrongNumber(node, schema);
  return {
    id: "wrong-type",
    at: headOf(node),
    message: message("Here, {0} is expected, not {1}.", expectedType(schema), actualType(node)),
  };
}

function wrongBoolean(node: ScalarNode): Problem {
  const word = BOOLEANS[node.text.trim().toLowerCase()];
  const meant = word ?? booleanOf({ ...node, style: "plain", text: node.text.trim().toLowerCase() });
  if (meant === undefined) {
    return { id: "wrong-type", at: node, message: message("“{0}” is neither true nor false.", quoted(node)) };
  }
  return {
    id: "boolean-word",
    at: node,
    message: message("“{0}” is read as text. Write: {1}", quoted(node), String(meant)),
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
      ? message("“{0}” is not {1}.", quoted(node), schema.expected)
      : message("Here, a number is expected, not “{0}”.", quoted(node)),
    ...(fits
      ? { fixes: [replaceBy(node, String(meant), node.style === "plain" ? "probable" : "sure")] }
      : undefined),
  };
}

/** The problem of a scalar of the right type with a value that is not allowed. */
export function wrongValue(node: ScalarNode, schema: Schema): Problem {
  if (schema.secret) return secretInClear(node, "PRONOTE_SECRET");
  const hint = textHint(node, schema);
  if (hint) return hint;
  if (schema.enum) return unknownValue(node, schema, schema.enum);
  const example = schema.examples?.[0];
  const text: Message = schema.expected
    ? example === undefined
      ? message("“{0}” is not {1}.", quoted(node), schema.expected)
      : message("“{0}” is not {1} (example: {2}).", quoted(node), schema.expected, String(example))
    : message("“{0}” is out of bounds: {1}.", quoted(node), boundsOf(schema));
  return {
    id: schema.pattern ? "bad-format" : "out-of-bounds",
    at: node,
    message: text,
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
        ? message(
            "“{0}” is not a value of “{1}”. The nearest: “{2}”.",
            quoted(node),
            schema.title ?? WHOLE,
            nearest[0] ?? "",
          )
        : message("“{0}” is not a value of “{1}”: {2}.", quoted(node), schema.title ?? WHOLE, list),
    fixes:
      fixes.length > 0
        ? fixes
        : values.slice(0, 5).map((value) => replaceBy(node, scalarText(value), "probable")),
  };
}

/** Fixes for dates and times in the French notation, for a word before a number, and for blanks around a text. */
function formatFixes(node: ScalarNode, schema: Schema): readonly Fix[] {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(node.text.trim()) ?? [];
  const [, hour, minute = "00"] = /^(\d{1,2})\s*[hH:]\s*(\d{2})?$/.exec(node.text.trim()) ?? [];
  const number = /^\p{L}[\p{L}.°]*\s*(\d+)$/u.exec(node.text.trim())?.[1]?.replace(/^0+(?=\d)/, "");
  const guesses = [
    ...(day && month && year ? [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`] : []),
    ...(number === undefined ? [] : [number]),
    ...(hour ? [`${hour.padStart(2, "0")}:${minute}`] : []),
    node.text.trim(),
  ];
  const guess = guesses.find((text) => text !== node.text && schema.allows?.(text));
  return guess === undefined ? [] : [replaceBy(node, scalarText(guess), "probable")];
}

function boundsOf({ minimum, maximum, exclusiveMinimum, maxLength }: Schema): Message {
  if (minimum !== undefined && maximum !== undefined) return message("from {0} to {1}", minimum, maximum);
  if (minimum !== undefined) return message("at least {0}", minimum);
  if (maximum !== undefined) return message("at most {0}", maximum);
  if (exclusiveMinimum !== undefined) return message("more than {0}", exclusiveMinimum);
  return maxLength === undefined
    ? message("it may not be empty")
    : message("from 1 to {0} characters", maxLength);
}

function expectedType(schema: Schema): Message {
  switch (schema.type) {
    case "object":
      return schema.additional && schema.properties.size === 0
        ? message("a group of names, each with its value")
        : message("a group of keys");
    case "array":
      return message("a list of names");
    case "boolean":
      return message("true or false");
    case "string":
      return message("a single value");
    default:
      return message("a number");
  }
}

function actualType(node: Node): Message {
  if (node.kind === "map") return message("a group of keys");
  return node.kind === "list" ? message("a list") : message("“{0}”", quoted(node));
}

/** The first key or item of a node of several lines, to mark instead of all of it. */
function headOf(node: Node): Span {
  const first = node.kind === "map" ? node.pairs[0]?.key : node.kind === "list" ? node.items[0] : undefined;
  return first && node.endLine > node.line ? first : node;
}

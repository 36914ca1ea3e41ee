import { conjunction } from "../../base/enumeration.ts";
import { type LocalizedText, type Message, message } from "../../base/message.ts";
import { kinds } from "../../schema/kinds.ts";
import type { Schema } from "../../schema/schema.ts";
import type { MapValue, Value } from "../../schema/value.ts";
import type { Fix } from "../../syntax/problem.ts";
import { addition } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./missing-key.md";

/** At most so many allowed values are offered as fixes. */
const MAX_CHOICES = 4;

/** What is said of a key whose schema gives no reason. */
const NO_REASON: LocalizedText = { en: "it is required.", fr: "cette clé est obligatoire." };

/** Required keys that are missing from the effective value of a thing. */
export const missingKey = rule({
  id: "missing-key",
  severity: "error",
  on: "**",
  docs,
  where: ({ required }) => required.length > 0,

  *check({ name, key, value }, context) {
    const missing = value.schema.required.filter((one) => !value.has(one));
    const [first, ...others] = missing;
    if (first === undefined || !isOwn(value, context) || !isWhole(value, context)) return;
    if (isMissingInComme(value, first, context)) return; // reported there
    yield {
      at: key,
      message: message(
        "“{0}” lacks {1}: {2}",
        name,
        conjunction(quoted(first), others.map(quoted)),
        value.schema.properties.get(first)?.missing ?? NO_REASON,
      ),
      fixes: fixesFor(value, missing),
    };
  },
});

function quoted(key: string): Message {
  return message("“{0}”", key);
}

/** Whether own files write a part of the thing: what only a base writes is not yet one of the establishment's. */
function isOwn(value: MapValue, context: RuleContext): boolean {
  return value.nodes.some(({ block }) => context.own(block.uri));
}

/** Whether everything that may contain the key could be read: the thing, and those from which it inherits. */
function isWhole(value: MapValue, context: RuleContext): boolean {
  if (value.open || context.written() === undefined) return false;
  return [...value.schema.properties].every(
    ([key, schema]) => !schema.inherits || !value.has(key) || isKnown(value.get(key), schema, context),
  );
}

/** Whether the thing that `comme` names lacks the key too. */
function isMissingInComme(value: MapValue, key: string, context: RuleContext): boolean {
  const comme = value.get("comme");
  const kind = comme?.kind === "leaf" ? comme.schema.mentions?.kinds[0] : undefined;
  const other = kind && comme?.kind === "leaf" ? context.the(kind, String(comme.value))?.value : undefined;
  return other?.schema.required.includes(key) === true && !other.has(key) && isOwn(other, context);
}

/** Whether the thing that `niveau` or `comme` names exists and could be read, with those from which it inherits. */
function isKnown(reference: Value | undefined, { mentions }: Schema, context: RuleContext): boolean {
  if (reference?.kind !== "leaf") return false;
  const name = String(reference.value);
  return (mentions?.kinds ?? []).every((kind) => {
    const path = kinds.get(kind)?.paths[0] ?? [];
    const written = context.written(...path, name);
    const thing = context.the(kind, name)?.value;
    if (context.has(kind, name) !== true) return false;
    return written === false || (written === true && thing !== undefined && isWhole(thing, context));
  });
}

function fixesFor(value: MapValue, missing: readonly string[]): readonly Fix[] {
  const [only = ""] = missing;
  const choices = value.schema.properties.get(only)?.enum ?? [];
  if (missing.length === 1 && choices.length > 0 && choices.length <= MAX_CHOICES)
    return choices.flatMap((choice) => addition(value, [[only, choice]], "placeholder"));
  return addition(
    value,
    missing.map((key) => [key, ""]),
    "placeholder",
  );
}

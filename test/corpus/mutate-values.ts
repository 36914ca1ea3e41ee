import type { Schema } from "../../server/src/schema/schema.ts";
import { isGroup } from "./content.ts";
import type { Dice } from "./dice.ts";
import { type Mutator, replaced, type Target } from "./mutation.ts";

/** Mutations of values, which the schema then does not allow. */
export const valueMutators: { readonly [name: string]: Mutator } = {
  "value of another type": (one, dice) => {
    const text = otherType(one.mark.schema, dice);
    return text === undefined || !isReplaceable(one) ? undefined : replaced(one, one.mark.value, text);
  },
  "value that is none of those allowed": (one, dice) => {
    const text = refused(one.mark.schema, dice);
    return text === undefined || !isReplaceable(one) ? undefined : replaced(one, one.mark.value, text);
  },
  "oui and non for boxes": (one, dice) => {
    const { content } = one.mark;
    if (typeof content !== "boolean") return undefined;
    return replaced(
      one,
      one.mark.value,
      dice.pick(content ? ["oui", "Oui", "yes", "vrai"] : ["non", "Non", "no", "faux"]),
    );
  },
};

/** Whether a value can be replaced in the text: it is no alias, no anchored text and no short form. */
function isReplaceable({ mark, file }: Target): boolean {
  const written = file.text.slice(mark.value.from, mark.value.to);
  return !mark.alias && !mark.short && !/[&*<>|]/.test(written);
}

function otherType(schema: Schema, dice: Dice): string | undefined {
  switch (schema.type) {
    case "boolean":
      return dice.pick(["peut-être", "12", "{ actif: true }", "[true]"]);
    case "integer":
      return dice.pick(["beaucoup", "{ valeur: 3 }", "[3]", "3.5"]);
    case "number":
      return dice.pick(["deux", "{ valeur: 3 }", "[3]", "true"]);
    case "string":
      return dice.pick(["{ valeur: texte }", "[un, deux]"]);
    case "array":
      return "{ valeur: texte }";
    default:
      return schema.nobody
        ? undefined
        : schema.short === undefined
          ? dice.pick(["texte", "[un, deux]", "12", "true"])
          : undefined;
  }
}

function refused(schema: Schema, dice: Dice): string | undefined {
  if (schema.enum) return dice.pick([`${schema.enum[0]}x`, "autre", "tout-à-fait-autre-chose"]);
  if (schema.minimum !== undefined && dice.chance(50)) return String(schema.minimum - 1 - dice.of(3));
  if (schema.maximum !== undefined) return String(schema.maximum + 1 + dice.of(1000));
  if (schema.pattern !== undefined) return dice.pick(["???", "pas-ce-qu-il-faut !", "01/09/2026"]);
  return schema.type === "string" && isText(schema) ? '""' : undefined;
}

function isText(schema: Schema): boolean {
  return schema.allows !== undefined && !schema.allows("") && !isGroup(schema.default);
}

import { type Schema, schemaAt } from "../../server/src/schema/schema.ts";
import type { Content } from "../corpus/content.ts";

/** A value that the schema allows at a path: the first example, suggestion or allowed value, or the least that there is. */
export function valueAt(path: readonly string[]): Content {
  const schema = schemaAt(path);
  if (!schema) throw new Error(`the schema has nothing at ${path.join("/")}`);
  return sampleOf(schema);
}

function sampleOf(schema: Schema): Content {
  const [first] = [...(schema.enum ?? []), ...(schema.suggestions ?? []), ...(schema.examples ?? [])];
  if (typeof first === "string" || typeof first === "number" || typeof first === "boolean") return first;
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        schema.required.map((key) => {
          const below = schema.properties.get(key);
          return [key, below ? sampleOf(below) : "x"];
        }),
      );
    case "array":
      return [];
    case "boolean":
      return true;
    case "string":
      return "x";
    default:
      return schema.minimum ?? 1;
  }
}

import { items } from "./checklist.ts";
import { rootSchema, type Schema, schemaAt } from "./schema.ts";

/** A kind of named things: where in the language its names are declared, and the names that need no declaration. */
export interface SymbolKindSpec {
  readonly name: string;
  /** Keys from the root to the map whose keys are the names (or to the scalar that is the name); `*` for any key. */
  readonly paths: readonly (readonly string[])[];
  readonly at: "key" | "value";
  readonly predeclared: ReadonlySet<string>;
  /** The schema of that map or scalar. */
  readonly schema: Schema;
}

/** All kinds that the schema declares, by name. */
export const kinds: ReadonlyMap<string, SymbolKindSpec> = kindsOf(rootSchema);

function kindsOf(root: Schema): ReadonlyMap<string, SymbolKindSpec> {
  const found = new Map<string, SymbolKindSpec>();
  const walk = (schema: Schema, path: readonly string[]): void => {
    if (schema.declares) {
      const { kind, at = "key" } = schema.declares;
      const known = found.get(kind);
      found.set(kind, {
        name: kind,
        at,
        schema,
        paths: [...(known?.paths ?? []), path],
        predeclared: new Set([...(known?.predeclared ?? []), ...(schema.predeclared ?? [])]),
      });
    }
    for (const [key, below] of schema.properties) walk(below, [...path, key]);
    if (schema.additional) walk(schema.additional, [...path, "*"]);
    if (schema.items) walk(schema.items, [...path, "*"]);
  };
  walk(root, []);
  const step = schemaAt(["deroulement", "*"]);
  if (step) found.set("etapes", stepsOf(step));
  return found;
}

/** The steps of the rollout as a kind: their names are fixed, no text declares them. */
function stepsOf(schema: Schema): SymbolKindSpec {
  return {
    name: "etapes",
    paths: [],
    at: "key",
    predeclared: new Set(items.map(({ slug }) => slug)),
    schema,
  };
}

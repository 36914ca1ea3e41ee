import type { LocalizedText } from "../base/message.ts";
import table from "./generated/schema.json";
import { checks } from "./generated/validators.js";
import type { Menu } from "./menu.ts";
import { words } from "./schema-texts.ts";

/** What a scalar means. */
export type Scalar = string | number | boolean;

/** What may be said at one place of the language. The keywords are explained in `schemas/README.md`. */
export interface Schema {
  readonly type: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly title?: LocalizedText;
  readonly description?: LocalizedText;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly additional?: Schema;
  readonly items?: Schema;
  readonly required: readonly string[];
  readonly enum?: readonly string[];
  readonly values?: {
    readonly [value: string]: { readonly title: LocalizedText; readonly description?: LocalizedText };
  };
  readonly suggestions?: readonly string[];
  readonly default?: Scalar | readonly string[];
  readonly examples?: readonly unknown[];
  readonly expected?: LocalizedText;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly deprecated?: boolean;
  readonly declares?: { readonly kind: string; readonly at?: "key" | "value"; readonly closed?: boolean };
  readonly predeclared?: readonly string[];
  readonly mentions?: MentionSpec;
  readonly inherits?: boolean;
  readonly short?: string;
  readonly single?: boolean;
  readonly open?: boolean;
  readonly also?: readonly string[];
  readonly mode?: "heberge" | "non-heberge";
  readonly secret?: boolean;
  readonly nobody?: boolean;
  readonly private?: boolean;
  readonly pronote?: Menu;
  readonly rgpd?: LocalizedText;
  readonly seed?: readonly string[];
  readonly follows?: LocalizedText;
  readonly ownFile?: boolean;
  /** Never merged key by key: the topmost text holds as it stands. */
  readonly atomic?: boolean;
  /** Whether a scalar of the right type is one of those allowed. */
  readonly allows?: (value: unknown) => boolean;
}

export interface MentionSpec {
  readonly kinds: readonly string[];
  readonly words?: readonly string[];
  readonly at?: "key" | "value";
  /** For a mention by key: not for an entry that writes this key. */
  readonly unless?: string;
  /** Names are offered; other text is right too. */
  readonly suggest?: boolean;
}

interface SchemaRow {
  readonly properties?: { readonly [key: string]: number };
  readonly additional?: number;
  readonly items?: number;
  readonly required?: readonly string[];
  readonly check?: number;
}

/** A row of the table with what it says to people, which is looked up, and in Node read, when somebody asks for it. */
class LocalizedSchema {
  readonly #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  static {
    for (const key of table.words) {
      Object.defineProperty(LocalizedSchema.prototype, key, {
        get(this: LocalizedSchema) {
          return words[this.#at]?.[key];
        },
      });
    }
  }
}

const rows = table.nodes as readonly SchemaRow[];
const schemas = rows.map(
  (row, at) => Object.assign(new LocalizedSchema(at) as object, row) as Record<string, unknown>,
);
for (const [index, row] of rows.entries()) {
  Object.assign(schemas[index] ?? {}, {
    properties: new Map(Object.entries(row.properties ?? {}).map(([key, at]) => [key, schemas[at]])),
    required: row.required ?? [],
    ...(row.additional === undefined ? undefined : { additional: schemas[row.additional] }),
    ...(row.items === undefined ? undefined : { items: schemas[row.items] }),
    ...(row.check === undefined ? undefined : { allows: checks[row.check] }),
  });
}

/** The schema of a whole file. The rows became schemas above, by what was added to them. */
export const rootSchema = schemas[table.root] as unknown as Schema;

/** The schema of a key, known or free. */
export function schemaOfKey(schema: Schema, key: string): Schema | undefined {
  return schema.properties.get(key) ?? schema.additional;
}

/** The schema at a path of keys from the root; `*` stands for any name. */
export function schemaAt(path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (schema, key) => schema && (key === "*" ? (schema.additional ?? schema.items) : schemaOfKey(schema, key)),
    rootSchema,
  );
}

/** The schemas of what a map may hold. */
export function schemasIn(schema: Schema): readonly Schema[] {
  return schema.additional
    ? [...schema.properties.values(), schema.additional]
    : [...schema.properties.values()];
}

import type { LocalizedText } from "../base/message.ts";
import table from "./generated/schema.json";
import { checks } from "./generated/validators.js";
import type { Menu } from "./menu.ts";
import { texts } from "./schema-texts.ts";

/** The value of a scalar. */
export type Scalar = string | number | boolean;

/** The schema of a value. `schemas/README.md` explains the keywords. */
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
  /** Keys of an earlier version are still read; `moved` says where what they said is written now. */
  readonly deprecated?: boolean;
  readonly moved?: LocalizedText;
  readonly declares?: DeclarationSpec;
  readonly predeclared?: readonly string[];
  readonly mentions?: MentionSpec;
  readonly inherits?: boolean;
  /** The key that this value lies underneath in all things of a section; `*` is for the names of these. */
  readonly under?: string;
  readonly short?: string;
  readonly single?: boolean;
  readonly open?: boolean;
  /** Familiar keys that do not exist, with what is written in place of each. */
  readonly instead?: { readonly [key: string]: KeysInstead };
  readonly also?: readonly string[];
  readonly mode?: "heberge" | "non-heberge";
  readonly secret?: boolean;
  readonly nobody?: boolean;
  /** A phone number here is that of the establishment or of an office, not of a person. */
  readonly ownPhone?: boolean;
  readonly private?: boolean;
  /**
   * It belongs to one establishment: what is its own (addresses, numbers, ticks), or its people and classes and what is
   * arranged for them.
   */
  readonly particular?: "own" | "people";
  readonly pronote?: Menu;
  readonly rgpd?: LocalizedText;
  readonly seed?: readonly string[];
  readonly follows?: LocalizedText;
  /** Of a required key: what follows where it is missing. */
  readonly missing?: LocalizedText;
  readonly ownFile?: boolean;
  /** Never merged key by key: the topmost value replaces the others. */
  readonly atomic?: boolean;
  /** The value is the address of a page, or of a mailbox. */
  readonly link?: "web" | "mail";
  /** Whether a scalar of the right type is a valid value. */
  readonly allows?: (value: unknown) => boolean;
}

/** What is written in place of a familiar key, and why. */
interface KeysInstead extends LocalizedText {
  readonly keys: readonly string[];
}

/** The kind that names are declared of. */
interface DeclarationSpec {
  readonly kind: string;
  readonly at?: "key" | "value";
  readonly closed?: boolean;
}

/** What the names in a value refer to. */
export interface MentionSpec {
  readonly kinds: readonly string[];
  readonly words?: readonly string[];
  readonly at?: "key" | "value";
  /** If names are keys: an entry that writes this key mentions nothing. */
  readonly unless?: string;
  /** Names are suggested, but any text is valid. */
  readonly suggest?: boolean;
}

interface SchemaRow {
  readonly properties?: { readonly [key: string]: number };
  readonly additional?: number;
  readonly items?: number;
  readonly required?: readonly string[];
  readonly check?: number;
}

/**
 * A row of the table together with its titles and descriptions, which are looked up, and in Node read, on first use.
 */
class LocalizedSchema {
  readonly #at: number;

  constructor(at: number) {
    this.#at = at;
  }

  static {
    for (const key of table.textKeywords) {
      Object.defineProperty(LocalizedSchema.prototype, key, {
        get(this: LocalizedSchema) {
          return texts[this.#at]?.[key];
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

/** The schema of a whole file. The loop above made schemas of the rows. */
export const rootSchema = schemas[table.root] as unknown as Schema;

/** The schema of a key: that of the property, else that of any other key. */
export function schemaOfKey(schema: Schema, key: string): Schema | undefined {
  return schema.properties.get(key) ?? schema.additional;
}

/** The schema at a path of keys from the root; `*` matches any key or item. */
export function schemaAt(path: readonly string[]): Schema | undefined {
  return path.reduce<Schema | undefined>(
    (schema, key) => schema && (key === "*" ? (schema.additional ?? schema.items) : schemaOfKey(schema, key)),
    rootSchema,
  );
}

/** The schemas of the values that a map may contain. */
export function schemasIn(schema: Schema): readonly Schema[] {
  return schema.additional
    ? [...schema.properties.values(), schema.additional]
    : [...schema.properties.values()];
}

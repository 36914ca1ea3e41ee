import { localizerFor } from "../base/localize.ts";
import type { Language, LocalizedText } from "../base/message.ts";
import { menuText } from "./menu.ts";
import { rootSchema, type Schema } from "./schema.ts";

/** A JSON Schema, draft-07. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The schema of the language for other tools. What our own converter does implicitly is explicit here: a text may come
 * as a number, short forms and single references are alternatives, `null` removes, and nothing is required, because
 * what one file leaves out another may contain.
 */
export function exportedSchema(language: Language): JsonSchema {
  return new Exporter(language).export(rootSchema);
}

const QUOTES: LocalizedText = {
  en: "Other tools read text such as 6E1, 61 or 020700 as a number: for them, write it in quotes.",
  fr: "D'autres outils lisent comme des nombres des textes tels que 6E1, 61 ou 020700\u00a0: pour eux, mettez-les entre guillemets.",
};

/** What a JSON Schema of one file cannot say of the language. */
const LIMITS: LocalizedText = {
  en: "This schema tells the form of one file. Which names exist, what values say together, what is inherited and what several files say together is checked by Rentrée only.",
  fr: "Ce schéma dit la forme d'un fichier. Quels noms existent, ce que des valeurs disent ensemble, ce qui est hérité et ce que plusieurs fichiers disent ensemble n'est contrôlé que par Rentrée.",
};

/** The address that the schema has in the catalogue of schemas; nothing is ever read from there. */
const ID = "https://www.schemastore.org/pronote.json";

/** Texts that YAML 1.1 readers take for numbers. */
const NUMERIC = ["61", "6E1", "020700", "7", "2026"];

class Exporter {
  readonly #language: Language;
  /** How many times each schema is referred to. */
  readonly #uses = new Map<Schema, number>();
  readonly #names = new Map<Schema, string>();
  readonly #definitions: Record<string, JsonSchema> = {};

  constructor(language: Language) {
    this.#language = language;
  }

  export(root: Schema): JsonSchema {
    this.#count(root);
    const { description, ...rest } = this.#written(root, true);
    return {
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: ID,
      ...rest,
      description: [description, LIMITS[this.#language], QUOTES[this.#language]].filter(Boolean).join("\n\n"),
      definitions: this.#definitions,
    };
  }

  #count(schema: Schema): void {
    const before = this.#uses.get(schema) ?? 0;
    this.#uses.set(schema, before + 1);
    if (before > 0) return;
    for (const below of belowOf(schema)) this.#count(below);
  }

  /**
   * A schema, or a reference to its definition. What is used in several places is defined once, named after the first
   * key that uses it.
   */
  #at(schema: Schema, removable: boolean, key = "item"): JsonSchema {
    const isShared = removable && (this.#uses.get(schema) ?? 0) > 1;
    if (!isShared) return this.#written(schema, removable);
    const known = this.#names.get(schema);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const taken = new Set(this.#names.values());
    let name = key;
    for (let count = 2; taken.has(name); count++) name = `${key}-${count}`;
    this.#names.set(schema, name);
    this.#definitions[name] = this.#written(schema, removable);
    return { $ref: `#/definitions/${name}` };
  }

  #written(schema: Schema, removable: boolean): JsonSchema {
    const { short, single } = schema;
    const annotations = this.#annotations(schema);
    const shape = this.#shape(schema, removable);
    const alternative =
      short === undefined
        ? single
          ? schema.items
          : undefined
        : (schema.properties.get(short) ?? schema.additional);
    return alternative
      ? { ...annotations, anyOf: [shape, this.#at(alternative, false)] }
      : { ...annotations, ...shape };
  }

  #shape(schema: Schema, removable: boolean): JsonSchema {
    const none = removable ? ["null"] : [];
    switch (schema.type) {
      case "object":
        return {
          type: ["object", ...none],
          ...(schema.properties.size > 0 ? { properties: this.#properties(schema) } : undefined),
          additionalProperties: schema.additional ? this.#at(schema.additional, true) : schema.open === true,
        };
      case "array":
        return {
          type: ["array", ...none],
          ...(schema.items ? { items: this.#at(schema.items, false) } : undefined),
        };
      case "string":
        return stringShape(schema, removable);
      default:
        return schema.enum
          ? { enum: [...schema.enum.map(Number), ...(removable ? [null] : [])] }
          : { type: [schema.type, ...none], ...bounds(schema) };
    }
  }

  #properties({ properties }: Schema): JsonSchema {
    return Object.fromEntries([...properties].map(([key, below]) => [key, this.#at(below, true, key)]));
  }

  #annotations(schema: Schema): JsonSchema {
    const { title, description, deprecated, examples, suggestions } = schema;
    const text = [description?.[this.#language], ...this.#notes(schema)].filter(Boolean).join("\n\n");
    const samples = [...new Set([...(examples ?? []), ...(suggestions ?? [])])];
    return {
      ...(title ? { title: title[this.#language] } : undefined),
      ...(text ? { description: text } : undefined),
      ...(deprecated ? { deprecated } : undefined),
      ...(schema.default === undefined ? undefined : { default: schema.default }),
      ...(samples.length > 0 ? { examples: samples } : undefined),
    };
  }

  #notes(schema: Schema): readonly string[] {
    const { expected, follows, rgpd, pronote, values } = schema;
    const language = this.#language;
    const path = pronote === undefined ? undefined : menuText(pronote, undefined);
    const meanings = Object.entries(values ?? {}).map(
      ([value, { title }]) => `- ${value}: ${title[language]}`,
    );
    return [
      ...(expected ? [expected[language]] : []),
      ...(meanings.length > 0 ? [meanings.join("\n")] : []),
      ...(follows ? [follows[language]] : []),
      ...(rgpd ? [rgpd[language]] : []),
      ...(path ? [`PRONOTE: ${localizerFor(language)(path)}`] : []),
      ...(mayLookLikeNumber(schema) ? [QUOTES[language]] : []),
    ];
  }
}

function belowOf({ properties, additional, items }: Schema): readonly Schema[] {
  return [...properties.values(), ...(additional ? [additional] : []), ...(items ? [items] : [])];
}

function stringShape(schema: Schema, removable: boolean): JsonSchema {
  const none = removable ? [null] : [];
  if (schema.enum) {
    const numbers = schema.enum.filter((value) => /^\d+$/.test(value)).map(Number);
    return { enum: [...schema.enum, ...numbers, ...none] };
  }
  const types = mayLookLikeNumber(schema) ? ["string", "number"] : ["string"];
  return { type: [...types, ...(removable ? ["null"] : [])], ...bounds(schema) };
}

/** Whether a valid text for this schema could be one that YAML takes for a number. */
function mayLookLikeNumber({ type, enum: values, allows }: Schema): boolean {
  return type === "string" && !values && NUMERIC.some((text) => allows?.(text) ?? true);
}

function bounds(schema: Schema): JsonSchema {
  const { minimum, maximum, exclusiveMinimum, maxLength, pattern } = schema;
  const given = { minimum, maximum, exclusiveMinimum, maxLength, pattern };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

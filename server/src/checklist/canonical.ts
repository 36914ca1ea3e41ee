import { memo } from "../base/memo.ts";
import { selected, selects } from "../rules/shared/selections.ts";
import { type Scalar, type Schema, schemaOfKey } from "../schema/schema.ts";
import type { ListValue, MapValue, Value } from "../schema/value.ts";
import { type CoveredPart, partBelow } from "./coverage.ts";

const WHOLE: CoveredPart = { whole: true, keys: new Map() };

/**
 * A part of an effective value as one text that says what is meant and nothing of how it is written: keys sorted, lists
 * as sets of what they stand for, numbers as numbers, texts in Unicode NFC, and left out what would hold all the same
 * (defaults, a key that repeats the name of its thing, `comme`, of which the effect is there already). `undefined` where
 * nothing is said. `root` is what selections choose from.
 */
export function canonicalText(value: Value, part: CoveredPart, root: MapValue): CanonicalPart {
  const writer = new CanonicalWriter(root);
  const text = writer.value(value, part);
  return { text, fixed: !writer.selects };
}

interface CanonicalPart {
  readonly text: string | undefined;
  /** Whether it depends on nothing but the value: a selection depends on what there is. */
  readonly fixed: boolean;
}

/** The same for the value of a key, which may be what would hold all the same. */
export function canonicalTextAt(
  map: MapValue,
  key: string,
  part: CoveredPart,
  root: MapValue,
): string | undefined {
  const value = map.entries.get(key)?.value;
  return value && new CanonicalWriter(root).entry(map.schema, key, value, part);
}

class CanonicalWriter {
  selects = false;
  readonly #root: MapValue;

  constructor(root: MapValue) {
    this.#root = root;
  }

  value(value: Value, part: CoveredPart): string | undefined {
    if (value.kind === "leaf") return scalar(value.value);
    if (value.kind === "list") return this.#list(value);
    return value.kind === "map" ? this.#map(value, part) : undefined;
  }

  #list({ items, schema }: ListValue): string {
    if (schema.items && selects(schema.items)) this.selects = true;
    const texts = items.flatMap((item): readonly string[] => {
      if (item.kind === "leaf") return this.#names(schema.items, item.value);
      return [this.value(item, WHOLE) ?? "null"];
    });
    return asSet(texts);
  }

  /** What one item of a list stands for. */
  #names(schema: Schema | undefined, name: Scalar): readonly string[] {
    if (!schema || !selects(schema)) return [scalar(name)];
    return selected(this.#root, schema, String(name)).map(scalar);
  }

  #map(map: MapValue, part: CoveredPart, name?: string, repeats?: string): string {
    const texts: string[] = [];
    for (const entry of map.entries.values()) {
      const below = partBelow(part, entry.name);
      if (!below || entry.name === "comme") continue;
      const value = entry.value;
      if (entry.name === repeats && value.kind === "leaf" && value.value === name) continue;
      const text = this.entry(map.schema, entry.name, value, below);
      if (text !== undefined) texts.push(`${scalar(entry.name)}:${text}`);
    }
    return `{${texts.sort().join(",")}}`;
  }

  entry(schema: Schema, name: string, value: Value, part: CoveredPart): string | undefined {
    return schema.properties.has(name)
      ? this.#property(schema, name, value, part)
      : this.#named(schema, name, value, part);
  }

  #property(schema: Schema, key: string, value: Value, part: CoveredPart): string | undefined {
    const text = this.value(value, part);
    return text === "{}" || text === this.#default(schemaOfKey(schema, key)) ? undefined : text;
  }

  /** A named thing is there as soon as its name is. */
  #named(schema: Schema, name: string, value: Value, part: CoveredPart): string | undefined {
    if (value.kind === "map") return this.#map(value, part, name, schema.mentions?.unless);
    if (value.kind === "absent") return schema.additional?.type === "object" ? "{}" : undefined;
    return this.value(value, part);
  }

  #default(schema: Schema | undefined): string | undefined {
    const value = schema?.default;
    if (!schema || value === undefined) return undefined;
    if (typeof value !== "object") return scalar(value);
    const known = defaultsIn(this.#root);
    const text = known.get(schema) ?? asSet(value.flatMap((name) => this.#names(schema.items, name)));
    known.set(schema, text);
    return text;
  }
}

/** Default lists, with what is selected by them. */
const defaultsIn = memo((_root: MapValue) => new Map<Schema, string>());

function scalar(value: Scalar): string {
  return JSON.stringify(typeof value === "string" ? value.normalize("NFC") : value);
}

function asSet(texts: readonly string[]): string {
  return `[${[...new Set(texts)].sort().join(",")}]`;
}

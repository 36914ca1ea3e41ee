import { memo } from "../base/memo.ts";
import { selected, selects } from "../rules/shared/selections.ts";
import { type Scalar, type Schema, schemaOfKey } from "../schema/schema.ts";
import type { ListValue, MapValue, Value } from "../schema/value.ts";
import { type CoveredPart, partBelow } from "./coverage.ts";

const WHOLE: CoveredPart = { whole: true, keys: new Map() };

/**
 * A covered part of an effective value as canonical text, equal for all ways to write the same meaning: keys are
 * sorted, lists are sets of the names that they select, numbers are compared as numbers and texts in Unicode NFC. What
 * has no effect is left out: defaults, a key that repeats the name of its entry, and `comme` and
 * `x-under`, which are resolved already. `text` is `undefined` for a value without content. `root` has the names that selections refer to.
 */
export function canonicalText(value: Value, part: CoveredPart, root: MapValue): CanonicalPart {
  const writer = new CanonicalWriter(root);
  const text = writer.value(value, part);
  return { text, fixed: !writer.selects };
}

interface CanonicalPart {
  readonly text: string | undefined;
  /** Whether it depends only on the value. A selection also depends on the names in `root`. */
  readonly fixed: boolean;
}

/** The same for the value of a key; there is no text either if it equals the default. */
export function canonicalTextAt(
  map: MapValue,
  key: string,
  part: CoveredPart,
  root: MapValue,
): CanonicalPart {
  const writer = new CanonicalWriter(root);
  const value = map.entries.get(key)?.value;
  const text = value && writer.entry(map.schema, key, value, part);
  return { text, fixed: !writer.selects };
}

class CanonicalWriter {
  selects = false;
  readonly #root: MapValue;

  constructor(root: MapValue) {
    this.#root = root;
  }

  value(value: Value, part: CoveredPart): string | undefined {
    if (value.kind === "leaf") return canonicalScalar(value.value);
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

  /** The names that an item of a list selects. */
  #names(schema: Schema | undefined, name: Scalar): readonly string[] {
    if (!schema || !selects(schema)) return [canonicalScalar(name)];
    return selected(this.#root, schema, String(name)).map(canonicalScalar);
  }

  #map(map: MapValue, part: CoveredPart, name?: string, repeats?: string): string {
    const texts: string[] = [];
    for (const entry of map.entries.values()) {
      const below = partBelow(part, entry.name);
      // What lies underneath other values is contained in these.
      if (!below || entry.name === "comme" || map.schema.properties.get(entry.name)?.under) continue;
      const value = entry.value;
      if (entry.name === repeats && value.kind === "leaf" && value.value === name) continue;
      const text = this.entry(map.schema, entry.name, value, below);
      if (text !== undefined) texts.push(`${canonicalScalar(entry.name)}:${text}`);
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

  /** An entry with a free name counts as soon as its name is written. */
  #named(schema: Schema, name: string, value: Value, part: CoveredPart): string | undefined {
    if (value.kind === "map") return this.#map(value, part, name, schema.mentions?.unless);
    if (value.kind === "absent") return schema.additional?.type === "object" ? "{}" : undefined;
    return this.value(value, part);
  }

  #default(schema: Schema | undefined): string | undefined {
    const value = schema?.default;
    if (!schema || value === undefined) return undefined;
    if (typeof value !== "object") return canonicalScalar(value);
    if (schema.items && selects(schema.items)) this.selects = true;
    const texts = defaultsIn(this.#root);
    const text = texts.get(schema) ?? asSet(value.flatMap((name) => this.#names(schema.items, name)));
    texts.set(schema, text);
    return text;
  }
}

/** The canonical texts of default lists, with the names that they select. */
const defaultsIn = memo((_root: MapValue) => new Map<Schema, string>());

/** The canonical text of a scalar. */
export function canonicalScalar(value: Scalar): string {
  return JSON.stringify(typeof value === "string" ? value.normalize("NFC") : value);
}

function asSet(texts: readonly string[]): string {
  return `[${[...new Set(texts)].sort().join(",")}]`;
}

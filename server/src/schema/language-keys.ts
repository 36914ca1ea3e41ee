import type { KeyPath } from "./checklist.ts";
import { rootSchema, type Schema } from "./schema.ts";

/** A key of the language, or all keys of a map that are names. */
export interface LanguageKey {
  /** The keys from the root, with `*` for names; empty for a whole file. */
  readonly path: KeyPath;
  readonly schema: Schema;
  /** The schema of the map that contains it; absent for a whole file. */
  readonly parent?: Schema;
}

/**
 * The key of the language at a path, which may have names or `*` for names; the items of a list are at the path of the
 * list. `undefined` if the language has no such key.
 */
export function languageKeyAt(path: readonly string[]): LanguageKey | undefined {
  let found: LanguageKey | undefined = { path: [], schema: rootSchema };
  for (const key of path) found = found && keyBelow(found, key);
  return found;
}

function keyBelow(above: LanguageKey, key: string): LanguageKey | undefined {
  const { path, schema } = above;
  const property = schema.properties.get(key);
  if (property) return { path: [...path, key], schema: property, parent: schema };
  if (schema.additional) return { path: [...path, "*"], schema: schema.additional, parent: schema };
  return schema.items && key === "*" ? above : undefined;
}

/** The keys that a map of this schema may have: those with a name of their own, then any other. */
export function keysBelow({ path, schema }: LanguageKey): readonly LanguageKey[] {
  return [...schema.properties.keys(), ...(schema.additional ? ["*"] : [])].flatMap(
    (key) => keyBelow({ path, schema }, key) ?? [],
  );
}

/** The content of a configuration as plain data: texts are strings, checkboxes are booleans, `null` removes. */
export type Content = string | number | boolean | null | readonly string[] | Group;
/** A map of a configuration. */
export interface Group {
  readonly [key: string]: Content;
}

/** Whether a value is a map. */
export function isGroup(content: Content | undefined): content is Group {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

/** The value at a path of keys; `undefined` if there is none. */
export function at(content: Content, path: readonly string[]): Content | undefined {
  return path.reduce<Content | undefined>((below, key) => (isGroup(below) ? below[key] : undefined), content);
}

/** The map with another value at a path; `undefined` removes the key. */
export function put(content: Group, path: readonly string[], value: Content | undefined): Group {
  const [key = "", ...rest] = path;
  const below = content[key];
  const next = rest.length === 0 ? value : put(isGroup(below) ? below : {}, rest, value);
  const { [key]: _, ...others } = content;
  if (next === undefined) return others;
  return key in content
    ? Object.fromEntries(Object.entries(content).map(([name, old]) => [name, name === key ? next : old]))
    : { ...content, [key]: next };
}

/** Merges two maps key by key; the values of `upper` win. */
export function overlaid(upper: Group, lower: Group): Group {
  const merged: Record<string, Content> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = lower[key];
    merged[key] = isGroup(value) && isGroup(below) ? overlaid(value, below) : value;
  }
  return merged;
}

/** The paths of all keys, from the root. */
export function* paths(content: Content, path: readonly string[] = []): Generator<readonly string[]> {
  if (!isGroup(content)) return;
  for (const [key, value] of Object.entries(content)) {
    yield [...path, key];
    yield* paths(value, [...path, key]);
  }
}

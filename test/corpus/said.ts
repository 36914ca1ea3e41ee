/** What a configuration says, as plain data: texts are strings, boxes booleans. */
export type SaidValue = string | number | boolean | null | readonly string[] | Group;
export interface Group {
  readonly [key: string]: SaidValue;
}

/** Whether something said is a group of keys. */
export function isGroup(said: SaidValue | undefined): said is Group {
  return typeof said === "object" && said !== null && !Array.isArray(said);
}

/** What stands at a path of keys. */
export function at(said: SaidValue, path: readonly string[]): SaidValue | undefined {
  return path.reduce<SaidValue | undefined>((below, key) => (isGroup(below) ? below[key] : undefined), said);
}

/** The same with another value at a path; `undefined` takes the key away. */
export function put(said: Group, path: readonly string[], value: SaidValue | undefined): Group {
  const [key = "", ...rest] = path;
  const below = said[key];
  const next = rest.length === 0 ? value : put(isGroup(below) ? below : {}, rest, value);
  const { [key]: _, ...others } = said;
  if (next === undefined) return others;
  return key in said
    ? Object.fromEntries(Object.entries(said).map(([name, old]) => [name, name === key ? next : old]))
    : { ...said, [key]: next };
}

/** Both, key by key; what `upper` says holds. */
export function over(upper: Group, lower: Group): Group {
  const merged: Record<string, SaidValue> = { ...lower };
  for (const [key, value] of Object.entries(upper)) {
    const below = lower[key];
    merged[key] = isGroup(value) && isGroup(below) ? over(value, below) : value;
  }
  return merged;
}

/** Every key with its path, from the root. */
export function* paths(said: SaidValue, path: readonly string[] = []): Generator<readonly string[]> {
  if (!isGroup(said)) return;
  for (const [key, value] of Object.entries(said)) {
    yield [...path, key];
    yield* paths(value, [...path, key]);
  }
}

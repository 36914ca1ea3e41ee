/** An object of JSON, whose properties may be anything. */
export type Json = { readonly [key: string]: unknown };

/** Whether a list of a client includes an item; it may be no list. */
export function includes(list: unknown, item: unknown): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** Whether a value is an object with properties. */
export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object that a value is; else one without properties. */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

/** The objects of the list that a value is; else none. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

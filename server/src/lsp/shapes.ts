/** What is wrong with a value at a place, in one sentence; `undefined` if it has the expected shape. */
export type Shape = (value: unknown, at: string) => string | undefined;

/** Any text. */
export const text: Shape = (value, at) => (typeof value === "string" ? undefined : `${at} is not a string`);

/** A value that is not looked at. */
export const any: Shape = () => undefined;

/** True or false. */
export const flag: Shape = (value, at) => (typeof value === "boolean" ? undefined : `${at} is not a boolean`);

/** A URI has a scheme. The letter of a drive is none. */
export const uri: Shape = matching(/^[a-z][a-z0-9+.-]+:/i, "a URI");

/** A day as YYYY-MM-DD. */
export const day: Shape = matching(/^\d{4}-\d{2}-\d{2}$/, "a day");

/** A number of things, or a line or column. */
export const count: Shape = (value, at) =>
  Number.isInteger(value) && Number(value) >= 0 ? undefined : `${at} is not an integer from 0 on`;

/** An object with these properties, and any others. */
export function object(properties: { readonly [key: string]: Shape }): Shape {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${at} is not an object`;
    const given: { readonly [key: string]: unknown } = { ...value };
    return firstFault(Object.entries(properties), ([key, shape]) => shape(given[key], `${at}.${key}`));
  };
}

/** An object whose values all have one shape. */
export function mapOf(shape: Shape): Shape {
  return (value, at) =>
    object({})(value, at) ??
    firstFault(Object.entries(value as object), ([key, one]) => shape(one, `${at}.${key}`));
}

/** An array of things of one shape. */
export function list(item: Shape): Shape {
  return (value, at) =>
    Array.isArray(value)
      ? firstFault([...value.entries()], ([index, one]) => item(one, `${at}[${index}]`))
      : `${at} is not an array`;
}

/** What may be missing. */
export function optional(shape: Shape): Shape {
  return (value, at) => (value === undefined ? undefined : shape(value, at));
}

/** What may be missing or null: some clients send that for what is missing in messages of LSP. */
export function nullable(shape: Shape): Shape {
  return (value, at) => (value === undefined || value === null ? undefined : shape(value, at));
}

/** One of these texts; `what` names such a text. */
export function oneOf(texts: readonly string[], what: string): Shape {
  return (value, at) => (texts.some((one) => one === value) ? undefined : `${at} is not ${what}`);
}

/** A text of this form; `what` names such a text. */
export function matching(form: RegExp, what: string): Shape {
  return (value, at) => (typeof value === "string" && form.test(value) ? undefined : `${at} is not ${what}`);
}

function firstFault<T>(items: readonly T[], faultOf: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A `Position` of LSP. */
export const position = object({ line: count, character: count });

/** A `TextDocumentPositionParams` of LSP. */
export const atPosition = object({ textDocument: object({ uri }), position });

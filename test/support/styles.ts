import { type Schema, schemaOfKey } from "../../server/src/schema/schema.ts";

/** The content of a configuration, as plain data. */
export type StyledValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: StyledValue };
type Group = { readonly [key: string]: StyledValue };

/** Chooses a number below `ways`, from 0. */
export type Choose = (ways: number) => number;

/** Choices that are the same for the same seed. */
export function choices(seed: number): Choose {
  let state = seed;
  return (ways) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % ways;
  };
}

/**
 * A map in one of the ways to write it: block or flow style, short or long forms, with or without quotes and comments,
 * in any order.
 */
export function written(value: Group, schema: Schema, choose: Choose, indent = ""): string {
  return shuffled(Object.entries(value), choose)
    .map(([key, value]) => {
      const remark = choose(4) === 0 ? `${indent}# ${key}\n` : "";
      const below = schemaOfKey(schema, key);
      if (!below) throw new Error(`no key ${key}`);
      const isBlock =
        isGroup(value) && Object.keys(value).length > 0 && choose(3) > 0 && !shortOf(value, below);
      return isBlock
        ? `${remark}${indent}${text(key, choose)}:\n${written(value, below, choose, `${indent}  `)}`
        : `${remark}${indent}${text(key, choose)}: ${inline(value, below, choose)}\n`;
    })
    .join("");
}

function inline(value: StyledValue, schema: Schema, choose: Choose): string {
  if (Array.isArray(value)) return listed(value as readonly string[], schema, choose);
  if (!isGroup(value)) return typeof value === "string" ? text(value, choose) : String(value);
  const short = shortOf(value, schema);
  if (short && choose(2) === 0) return inline(short.value, short.schema, choose);
  const entries = shuffled(Object.entries(value), choose).map(([key, one]) => {
    const below = schemaOfKey(schema, key);
    if (!below) throw new Error(`no key ${key}`);
    return `${text(key, choose)}: ${inline(one, below, choose)}`;
  });
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function listed(names: readonly string[], schema: Schema, choose: Choose): string {
  const [first = ""] = names;
  if (names.length === 1 && schema.single && choose(2) === 0) return text(first, choose);
  return `[${shuffled(names, choose)
    .map((name) => text(name, choose))
    .join(", ")}]`;
}

/** The short form of a map, if it has just one key and the schema allows it. */
function shortOf(value: Group, schema: Schema) {
  const { short } = schema;
  const below = short === undefined ? undefined : schemaOfKey(schema, short);
  const [only, ...others] = Object.entries(value);
  return below && only?.[0] === short && others.length === 0 && only
    ? { value: only[1], schema: below }
    : undefined;
}

function text(value: string, choose: Choose): string {
  const way = choose(4);
  if (way === 0) return JSON.stringify(value);
  return way === 1 || !/^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u.test(value)
    ? `'${value.replace(/'/g, "''")}'`
    : value;
}

function isGroup(value: StyledValue): value is Group {
  return typeof value === "object" && !Array.isArray(value);
}

/** The list in another order. */
export function shuffled<T>(list: readonly T[], choose: Choose): readonly T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(choose(rest.length), 1));
}

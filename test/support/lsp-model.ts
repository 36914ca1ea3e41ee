import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A type of the meta-model of LSP, as far as it is used in results. */
interface Type {
  readonly kind: string;
  readonly name?: string;
  readonly value?: Type | string | number | boolean | { readonly properties: readonly Property[] };
  readonly element?: Type;
  readonly items?: readonly Type[];
  readonly key?: Type;
}

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Model {
  readonly requests: readonly { readonly method: string; readonly result: Type }[];
  readonly notifications: readonly { readonly method: string; readonly params?: Type }[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly supportsCustomValues?: boolean;
    readonly values: readonly { readonly value: string | number }[];
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

const FILE = join(import.meta.dirname, "../fixtures/lsp/metaModel-3.17.json");

/** The errors in a result according to the meta-model of LSP, one line each; empty if it is valid. */
export function faultsOfResult(method: string, result: unknown): readonly string[] {
  const request = model().requests.find((one) => one.method === method);
  return request ? check(request.result, result, method) : unknown(method);
}

/** The errors in the parameters of a notification, in the same form. */
export function faultsOfNotification(method: string, params: unknown): readonly string[] {
  const notification = model().notifications.find((one) => one.method === method);
  if (!notification) return unknown(method);
  return notification.params ? check(notification.params, params, method) : [];
}

/** Our own messages are not in the meta-model. */
function unknown(method: string): readonly string[] {
  return method.startsWith("rentree/") ? [] : [`${method}: not in the protocol`];
}

let known: Model | undefined;

function model(): Model {
  known ??= JSON.parse(readFileSync(FILE, "utf8")) as Model;
  return known;
}

function check(type: Type, value: unknown, at: string): readonly string[] {
  switch (type.kind) {
    case "base":
      return isBase(type.name ?? "", value) ? [] : [`${at}: not a ${type.name}: ${JSON.stringify(value)}`];
    case "array":
      if (!Array.isArray(value)) return [`${at}: not an array`];
      return value.flatMap((one, i) => check(type.element as Type, one, `${at}[${i}]`));
    case "or":
      // The alternative with the fewest errors is probably the intended one.
      return (
        (type.items ?? []).map((one) => check(one, value, at)).toSorted((a, b) => a.length - b.length)[0] ??
        []
      );
    case "map":
      if (typeof value !== "object" || value === null) return [`${at}: not a map`];
      return Object.entries(value).flatMap(([key, one]) => check(type.value as Type, one, `${at}.${key}`));
    case "stringLiteral":
      return value === type.value ? [] : [`${at}: not “${String(type.value)}”`];
    case "literal":
      return properties((type.value as { readonly properties: readonly Property[] }).properties, value, at);
    case "reference":
      return reference(type.name ?? "", value, at);
    default:
      return [];
  }
}

function reference(name: string, value: unknown, at: string): readonly string[] {
  if (name === "LSPAny" || name === "LSPObject") return [];
  const { structures, enumerations, typeAliases } = model();
  const alias = typeAliases.find((one) => one.name === name);
  if (alias) return check(alias.type, value, at);
  const values = enumerations.find((one) => one.name === name);
  if (values) {
    const allowed = values.supportsCustomValues || values.values.some((one) => one.value === value);
    return allowed ? [] : [`${at}: ${JSON.stringify(value)} is no ${name}`];
  }
  const structure = structures.find((one) => one.name === name);
  return structure ? properties(allProperties(structure), value, at) : [`${at}: no type ${name}`];
}

function allProperties({
  properties: own,
  extends: above = [],
  mixins = [],
}: Structure): readonly Property[] {
  const inherited = [...above, ...mixins].flatMap(({ name }) => {
    const structure = model().structures.find((one) => one.name === name);
    return structure ? allProperties(structure) : [];
  });
  return [...own, ...inherited.filter(({ name }) => !own.some((one) => one.name === name))];
}

function properties(all: readonly Property[], value: unknown, at: string): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: not an object`];
  const given: { readonly [key: string]: unknown } = { ...value };
  const unknown = Object.keys(given).filter((key) => !all.some(({ name }) => name === key));
  return [
    ...unknown.map((key) => `${at}.${key}: no such property`),
    ...all.flatMap(({ name, type, optional }) => {
      if (given[name] === undefined) return optional ? [] : [`${at}.${name}: missing`];
      return check(type, given[name], `${at}.${name}`);
    }),
  ];
}

function isBase(name: string, value: unknown): boolean {
  switch (name) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isInteger(value);
    case "uinteger":
      return Number.isInteger(value) && (value as number) >= 0;
    case "decimal":
      return typeof value === "number";
    default:
      return typeof value === "string";
  }
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model, Property, Structure, Type } from "./meta-model.ts";
import { ownModel } from "./own-model.ts";

const FILE = join(import.meta.dirname, "../fixtures/lsp/metaModel-3.17.json");
// Read when this file is loaded: a model that cannot be read fails the test, and is not lost in a connection's callback.
const MODEL = readModel();

/** The errors in a result according to the meta-model of LSP, one line each; empty if it is valid. */
export function faultsOfResult(method: string, result: unknown): readonly string[] {
  const type = MODEL.requests.find((one) => one.method === method)?.result;
  return type ? check(type, result, method) : unknown(method);
}

/** The errors in the parameters of a request of the server, in the same form. */
export function faultsOfRequest(method: string, params: unknown): readonly string[] {
  const request = MODEL.requests.find((one) => one.method === method && !one.result);
  return request ? faultsOfParams(request, params) : unknown(method);
}

/** The errors in the parameters of a notification of the server, in the same form. */
export function faultsOfNotification(method: string, params: unknown): readonly string[] {
  const isOwn = (one: Model["notifications"][0]) => one.messageDirection !== "clientToServer";
  const notification = MODEL.notifications.find((one) => one.method === method && isOwn(one));
  return notification ? faultsOfParams(notification, params) : unknown(method);
}

/** The errors in the options with which the server registers for a method, in the same form. */
export function faultsOfRegistration(method: string, options: unknown): readonly string[] {
  const { requests, notifications } = MODEL;
  const type = [...requests, ...notifications].find((one) => one.method === method)?.registrationOptions;
  return type ? check(type, options, `registration of ${method}`) : unknown(`registration of ${method}`);
}

function faultsOfParams(
  { method, params: type }: { readonly method: string; readonly params?: Type },
  params: unknown,
): readonly string[] {
  if (type) return check(type, params, method);
  return params === undefined || params === null ? [] : [`${method}: has no parameters`];
}

function unknown(method: string): readonly string[] {
  return [`${method}: not in the protocol`];
}

function readModel(): Model {
  const lsp = JSON.parse(readFileSync(FILE, "utf8")) as Model;
  const own = ownModel();
  return {
    requests: [...lsp.requests, ...own.requests],
    notifications: [...lsp.notifications, ...own.notifications],
    structures: [...lsp.structures, ...own.structures],
    enumerations: lsp.enumerations,
    typeAliases: [...lsp.typeAliases, ...own.typeAliases],
  };
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
    case "booleanLiteral":
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
  const { structures, enumerations, typeAliases } = MODEL;
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
    const structure = MODEL.structures.find((one) => one.name === name);
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

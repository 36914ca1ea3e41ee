/** An object of the meta-model of LSP. */
interface Json {
  readonly [key: string]: unknown;
}

interface Model {
  readonly requests: readonly Json[];
  readonly notifications: readonly Json[];
  readonly structures: readonly Json[];
  readonly enumerations: readonly Json[];
  readonly typeAliases: readonly Json[];
}

const TYPES = ["structures", "enumerations", "typeAliases"] as const;

/**
 * The properties that determine names and structures; the others are documentation, history and hints for generators.
 */
const KEPT_PROPERTIES = [
  ...["requests", "notifications", ...TYPES],
  ...["method", "messageDirection", "result", "params", "registrationOptions"],
  ...["kind", "name", "value", "element", "items", "key"],
  ...["properties", "type", "optional", "extends", "mixins", "values", "supportsCustomValues"],
];

/**
 * The meta-model of LSP (JSON) reduced to what is needed to validate messages of a server: the results of the client's
 * requests, the server's own requests and notifications, what it may register for, and their types, without proposed
 * ones. Reducing a result again gives the same. Throws an error if the text is no such model.
 */
export function leanModel(source: string): string {
  const model = lean(JSON.parse(source)) as Model;
  const header = {
    requests: model.requests.map((one) => without(isToServer(one) ? "params" : "result")(one)),
    notifications: model.notifications
      .filter((one) => !isToServer(one) || one["registrationOptions"])
      .map((one) => (isToServer(one) ? without("params")(one) : one)),
  };
  const used = new Set<unknown>();
  const types = TYPES.flatMap((kind) => model[kind]);
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind, name } = value as Json;
    if (kind === "reference" && !used.has(name)) {
      used.add(name);
      walk(types.find((type) => type["name"] === name));
    }
    for (const below of Object.values(value)) walk(below);
  };
  walk(header);
  const left = TYPES.map((kind) => [kind, model[kind].filter(({ name }) => used.has(name))]);
  return printed({ ...header, ...Object.fromEntries(left) });
}

function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !(one as Json | null)?.["proposed"]).map(lean);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => KEPT_PROPERTIES.includes(key));
  return Object.fromEntries(kept.map(([key, below]) => [key, lean(below)]));
}

function isToServer({ messageDirection }: Json): boolean {
  return messageDirection === "clientToServer";
}

function without(key: string): (one: Json) => Json {
  return (one) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== key));
}

/** One line for each request, notification and type, so that versions can be compared. */
function printed(lists: { readonly [kind: string]: readonly Json[] }): string {
  const parts = Object.entries(lists).map(
    ([kind, list]) => `"${kind}": [\n${list.map((one) => JSON.stringify(one)).join(",\n")}\n]`,
  );
  return `{\n${parts.join(",\n")}\n}\n`;
}

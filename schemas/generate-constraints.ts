import type { Raw, ResolvedNode } from "./resolve.ts";

/** What a constraint may say of a value; `README.md` explains each. */
const RELATIONS = ["effect-only", "equals", "range", "count", "needs", "names", "selects"];
const TEXTS = ["en", "fr", "source", "bad", "good"];
const OTHERS = ["id", "severity", "keys", "only", "unless"];
/** Conditions and bounds contain paths at these keys. */
const PATHS = ["path", "via"];
/** What a niveau says is checked in its classes, where it holds. */
const CHECKED_ELSEWHERE = "niveaux";

/** A constraint where it stands: the keys from the root to its value, and what it says. */
interface Reading {
  readonly id: string;
  readonly at: readonly string[];
  readonly raw: Raw;
}

/** The constraints of all schemas, by their id, and their texts. */
export interface Constraints {
  readonly constraints: readonly unknown[];
  readonly texts: Readonly<Record<string, unknown>>;
}

/** Collects `x-constraints` from the schemas below `root`. */
export function constraintsOf(nodes: readonly ResolvedNode[], root: number): Constraints {
  const readings: Reading[] = [];
  const walk = (index: number, at: readonly string[]): void => {
    const node = nodes[index];
    if (!node || at[0] === CHECKED_ELSEWHERE) return;
    for (const raw of (node["constraints"] ?? []) as readonly Raw[])
      readings.push({ id: String(raw["id"]), at, raw });
    for (const [key, below] of Object.entries((node["properties"] ?? {}) as Record<string, number>))
      walk(below, [...at, key]);
    for (const key of ["additional", "items"] as const)
      if (typeof node[key] === "number") walk(node[key], [...at, "*"]);
  };
  walk(root, []);
  const byId = new Map<string, Reading[]>();
  for (const reading of readings) byId.set(reading.id, [...(byId.get(reading.id) ?? []), reading]);
  return {
    constraints: [...byId].map(([id, list]) => ({
      id,
      severity: described(id, list)["severity"],
      readings: list.map(({ at, raw }) => readingOf(id, at, raw)),
    })),
    texts: Object.fromEntries(
      [...byId].map(([id, list]) => {
        const raw = described(id, list);
        return [id, Object.fromEntries(TEXTS.map((key) => [key, textOf(id, key, raw[key])]))];
      }),
    ),
  };
}

/** The one of several constraints of the same id that has the texts. */
function described(id: string, readings: readonly Reading[]): Raw {
  const texts = [...new Set(readings.map(({ raw }) => raw).filter(({ en }) => en !== undefined))];
  const [raw, second] = texts;
  if (!raw) throw new Error(`x-constraints: ${id} has no texts`);
  if (second && JSON.stringify(second) !== JSON.stringify(raw))
    throw new Error(`x-constraints: ${id} has two texts`);
  return raw;
}

function textOf(id: string, key: string, value: unknown): unknown {
  if (value === undefined) throw new Error(`x-constraints: ${id} has no “${key}”`);
  if (key !== "bad" && key !== "good") return value;
  return `${[value].flat().join("\n")}\n`;
}

/** What is read of one constraint: the map with its key, and every path as keys from that map or the root. */
function readingOf(id: string, at: readonly string[], raw: Raw): unknown {
  const unknown = Object.keys(raw).filter((key) => ![...RELATIONS, ...TEXTS, ...OTHERS].includes(key));
  if (unknown.length > 0) throw new Error(`x-constraints: ${id} has unknown ${unknown.join(", ")}`);
  const relations = RELATIONS.filter((key) => raw[key] !== undefined);
  const [relation] = relations;
  if (!relation || relations.length > 1) throw new Error(`x-constraints: ${id} has not one relation`);
  const keys = raw["keys"] as readonly string[] | undefined;
  const holder = keys ? at : at.slice(0, -1);
  const up = Math.max(
    relation === "effect-only" ? levelsBelowNames(holder) : 0,
    ...pathsIn([raw[relation], raw["only"], raw["unless"]]).map(levelsUp),
  );
  if (up > holder.length) throw new Error(`x-constraints: ${id} leads out of the file`);
  return {
    subject: holder.slice(0, holder.length - up),
    below: holder.slice(holder.length - up),
    keys: keys ?? at.slice(-1),
    relation,
    value: withKeys(raw[relation]),
    only: withKeys([raw["only"] ?? []].flat()),
    unless: withKeys([raw["unless"] ?? []].flat()),
  };
}

/**
 * The number of maps from one up to the map with the first names on the way to it. Things share texts (`comme`,
 * `niveau`), so that a text without effect in one of them may have an effect in another: all are examined together.
 */
function levelsBelowNames(holder: readonly string[]): number {
  const first = holder.indexOf("*");
  return first < 0 ? 0 : holder.length - first;
}

function pathsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    PATHS.includes(key) && typeof below === "string" ? [below] : pathsIn(below),
  );
}

function levelsUp(path: string): number {
  return path.split("/").filter((key) => key === "..").length;
}

/** The same with each path as an object: whether it starts at the root, how many maps up, then which keys. */
function withKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [
      key,
      PATHS.includes(key) && typeof below === "string" ? pathOf(below) : withKeys(below),
    ]),
  );
}

function pathOf(path: string): unknown {
  const keys = path.split("/").filter((key) => key !== "" && key !== "..");
  return path.startsWith("/") ? { root: true, up: 0, keys } : { root: false, up: levelsUp(path), keys };
}

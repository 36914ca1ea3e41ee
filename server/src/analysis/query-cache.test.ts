import { expect, test } from "vitest";
import { Workspace } from "../model/workspace.ts";
import type { Query } from "../rules/api/rule-context.ts";
import { parseFile } from "../syntax/file.ts";
import type { QueryCache } from "./query-cache.ts";
import { QueryDatabase } from "./query-database.ts";

const ROOT = "file:///academie";
const MARKER = `${ROOT}/etablissement.pronote.yaml`;

/** One establishment through several revisions, with its cache. */
class EstablishmentHistory {
  #workspace: Workspace;
  readonly cache: QueryCache;

  constructor(text: string) {
    this.#workspace = Workspace.empty([ROOT], "2026-08-25").with([[MARKER, parseFile(MARKER, text)]]);
    this.cache = new QueryDatabase().at(this.#snapshot);
  }

  get #snapshot() {
    return this.#workspace.snapshots[0]!;
  }

  /** Replaces the text of a file. */
  write(text: string, uri = MARKER): void {
    const file = parseFile(uri, text, this.#workspace.files.get(uri));
    this.#workspace = this.#workspace.with([[uri, file]]);
    this.cache.update(this.#snapshot);
  }

  on(today: string): void {
    this.#workspace = this.#workspace.at({ today });
    this.cache.update(this.#snapshot);
  }

  value(name: Query["name"], ...args: readonly string[]): unknown {
    return this.cache.query(name, args).value;
  }

  /** The results of queries, as updated incrementally, and as computed anew. */
  updatedAndAnew(...queries: readonly (readonly [Query["name"], ...string[]])[]) {
    const newCache = new QueryDatabase().at(this.#snapshot);
    return [this.cache, newCache].map((cache) =>
      queries.map(([name, ...args]) => cache.query(name, args).value),
    );
  }
}

test("a query is computed once; its result is one object that is kept up to date", () => {
  const history = new EstablishmentHistory("classes: { 6A: {} }\n");
  const result = history.cache.query("has", ["classes", "6A"]);
  expect(history.cache.query("has", ["classes", "6A"])).toBe(result);
  expect(result).toMatchObject({ value: true, changedAt: history.cache.revision });
  history.write("classes: { 6A: {} }\nmatieres: {}\n");
  expect(result.changedAt).toBeLessThan(history.cache.revision);
  const before = history.cache.revision;
  expect(history.cache.unchangedSince(result.dependencyMask, before)).toBe(true);
  history.write("classes: { 6B: {} }\n");
  expect(result).toMatchObject({ value: false, changedAt: history.cache.revision });
  expect(history.cache.unchangedSince(result.dependencyMask, before)).toBe(false);
  expect(history.cache.unchangedSince(result.dependencyMask, history.cache.revision)).toBe(true);
});

test("whether a name is used is unknown while something cannot be read", () => {
  const history = new EstablishmentHistory("classes: { 6A: { niveau: [6e] } }\n");
  const used = history.cache.query("used", ["niveaux", "6e"]);
  expect(used.value).toBeUndefined();
  history.write("classes: { 6A: {} }\n");
  expect(used).toMatchObject({ value: false, changedAt: history.cache.revision });
  history.write("classes: { 6A: { niveau: [5e] } }\n");
  expect(used.value).toBeUndefined();
  history.write("classes: { 6A: { niveau: 6e } }\n");
  expect(used.value).toBe(true);
  history.write("classes: { 6A: { niveau: 6e }, 6B: { niveau: [5e] } }\n");
  expect(used.value).toBe(true);
});

test("whether a name exists is unknown while something that decides it cannot be read", () => {
  const history = new EstablishmentHistory("professeurs: { martin: {} }\n");
  const has = history.cache.query("has", ["professeurs", "roux"]);
  expect(has.value).toBe(false);
  history.write("professeurs: { martin: {} }\n---\nautre: document\n");
  expect(has.value).toBeUndefined();
  history.write("professeurs: { martin: {} }\n");
  expect(has.value).toBe(false);
});

test("a name is taken for a misspelling of another if it is mentioned, not declared, and near", () => {
  const history = new EstablishmentHistory(
    "professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n",
  );
  const mistaken = history.cache.query("mistaken", ["professeurs", "martin"]);
  expect(mistaken.value).toBe(true);
  history.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: martin } }\n");
  expect(mistaken.value).toBe(false);
  history.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n");
  expect(mistaken.value).toBe(true);
  history.write(
    "professeurs: { martin: {}, matrin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n",
  );
  expect(mistaken.value).toBe(false);
  history.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: durand } }\n");
  expect(mistaken.value).toBe(false);
});

test("for two names of different lengths, the longer one decides how many edits are allowed", () => {
  for (const [declared, mentioned] of [
    ["martin1", "marti"],
    ["marti", "martin1"],
  ] as const) {
    const history = new EstablishmentHistory(
      `professeurs: { ${declared}: {} }\nclasses: { 6A: { professeur-principal: ${mentioned} } }\n`,
    );
    expect(history.value("mistaken", "professeurs", declared)).toBe(true);
  }
});

test("own files and the current day are kept up to date", () => {
  const history = new EstablishmentHistory("");
  const other = `${ROOT}/classes.pronote.yaml`;
  const [own, today] = [history.cache.query("own", [other]), history.cache.query("today", [])];
  expect(own.value).toBe(false);
  const { members } = history.cache;
  history.write("classes: {}\n");
  expect(history.cache.members).toBe(members);
  history.write("", other);
  expect(own).toMatchObject({ value: true, changedAt: history.cache.revision });
  expect(today.value).toBe("2026-08-25");
  history.on("2026-08-26");
  expect(today).toMatchObject({ value: "2026-08-26", changedAt: history.cache.revision });
  expect(own.changedAt).toBeLessThan(history.cache.revision);
});

const TEXTS = [
  "",
  "classes: { 6A: { niveau: 6e, professeur-principal: martin } }\nniveaux: { 6e: {} }\nprofesseurs: { martin: {} }\n",
  "classes: { 6A: { niveau: 6e, professeur-principal: matrin } }\nniveaux: { 5e: {} }\nprofesseurs: { martin: {} }\n",
  "classes: { 6A: { professeur-principal: matrin } }\nprofesseurs: { martin: {} }\n",
  "classes: { 6A: { professeur-principal: matrin } }\nprofesseurs: { martin: {} }\n---\nclasses: {}\n",
  "classes: { 6A: { niveau: [6e] }, 6B: ~ }\nniveaux: { 6e: ~ }\n",
  "classes: { 6A: { niveau: 6e\nniveaux: { 6e: {} }\n",
  "classes: {}\n---\nclasses: { 6A: {} }\n",
  "hebergement: { mode: heberge }\nprofesseurs: { matrin: {}, martin: {} }\n",
];
const QUERIES = [
  ["has", "classes", "6A"],
  ["has", "niveaux", "6e"],
  ["the", "classes", "6A"],
  ["names", "professeurs"],
  ["names", "classes"],
  ["get", "hebergement", "mode"],
  ["written", "hebergement", "mode"],
  ["written", "classes"],
  ["used", "niveaux", "6e"],
  ["used", "professeurs", "martin"],
  ["mistaken", "professeurs", "martin"],
] as const;

test("after a change from any text to any other, results are the same as if computed anew", () => {
  for (const before of TEXTS) {
    for (const after of TEXTS) {
      const history = new EstablishmentHistory(before);
      history.updatedAndAnew(...QUERIES);
      history.write(after);
      const [updated, newCache] = history.updatedAndAnew(...QUERIES);
      expect(updated, `${before}→\n${after}`).toEqual(newCache);
    }
  }
});

test("a dropped result is computed again, and never counts as unchanged", () => {
  const history = new EstablishmentHistory("classes: { 6A: {} }\n");
  const keptResult = history.cache.query("has", ["classes", "6A"]);
  const droppedResult = history.cache.query("has", ["classes", "6B"]);
  const before = history.cache.revision;
  history.cache.keep(new Set([keptResult]));
  expect(history.cache.query("has", ["classes", "6A"])).toBe(keptResult);
  expect(history.cache.query("has", ["classes", "6B"])).not.toBe(droppedResult);
  expect(droppedResult.changedAt).toBe(Number.POSITIVE_INFINITY);
  expect(history.cache.unchangedSince(keptResult.dependencyMask, before)).toBe(false);
  history.write("classes: { 6B: {} }\n");
  expect(keptResult.value).toBe(false);
  expect(droppedResult.changedAt).toBe(Number.POSITIVE_INFINITY);
});

test("a cache is crowded with more than twice the results that were in use, plus a thousand", () => {
  const history = new EstablishmentHistory("");
  const ask = (count: number) => {
    for (let at = 0; at < count; at++) history.cache.query("has", ["classes", `${at}`]);
  };
  ask(1000);
  expect(history.cache.crowded).toBe(false);
  ask(1001);
  expect(history.cache.crowded).toBe(true);
  history.cache.keep(new Set([history.cache.query("has", ["classes", "0"])]));
  ask(1002);
  expect(history.cache.crowded).toBe(false);
  ask(1003);
  expect(history.cache.crowded).toBe(true);
});

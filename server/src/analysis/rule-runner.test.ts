/** Counts which rules run again after an edit; measures no time. */
import { beforeEach, expect, test } from "vitest";
import { establishmentOf } from "../model/establishment.ts";
import { nodeOf } from "../model/merge.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { Workspace } from "../model/workspace.ts";
import { described, type Rule } from "../rules/api/rule.ts";
import type { RuleContext } from "../rules/api/rule-context.ts";
import { changeFile, fileText, parseFile } from "../syntax/file.ts";
import { planOf } from "./plan.ts";
import type { QueryCache } from "./query-cache.ts";
import { QueryDatabase } from "./query-database.ts";
import { type CheckResult, evictUnused, RuleRunner } from "./rule-runner.ts";

const ROOT = "file:///academie";
const CLASS_COUNT = 40;

/** The names of the subjects that rules ran on since they were last read. */
let ran: string[] = [];
beforeEach(() => {
  ran = [];
});

const recordingRule = (
  id: string,
  on: string,
  query: (context: RuleContext, name: string) => unknown = () => {},
): Rule => ({
  ...described(id, "error", ""),
  on: [on],
  check({ name }, context) {
    ran.push(`${id} ${name}`);
    query(context, name);
    return [];
  },
});

function ranNow(): readonly string[] {
  const now = ran;
  ran = [];
  return now;
}

const establishment = (rne: string) =>
  [
    `etablissement: { rne: ${rne}, nom: X }`,
    "professeurs:",
    "  martin: { nom: MARTIN }",
    "classes:",
    ...Array.from({ length: CLASS_COUNT }, (_, i) => [
      `  C${i}:`,
      "    services:",
      `      FRANC: { professeurs: [martin] }`,
      `      MATHS: { professeurs: [martin] }`,
    ]).flat(),
    "",
  ].join("\n");

/** A workspace whose first establishment is checked again and again with one set of rules. */
class Bench {
  workspace: Workspace;
  readonly #plan;
  readonly #queries = new QueryDatabase();
  readonly #runner;

  constructor(texts: Readonly<Record<string, string>>, rules: readonly Rule[]) {
    const files = Object.entries(texts).map(([path, text]) => {
      const uri = `${ROOT}/${path}`;
      return [uri, parseFile(uri, text)] as const;
    });
    this.workspace = Workspace.empty([ROOT], "2026-08-25").with(files);
    this.#plan = planOf(rules);
    this.#runner = new RuleRunner(this.#plan);
  }

  /** Replaces the first occurrence of a text in a file. */
  replace(path: string, before: string, after: string): void {
    const uri = `${ROOT}/${path}`;
    const file = this.workspace.files.get(uri);
    if (!file) throw new Error(`no file ${path}`);
    const lines = fileText(file).split("\n");
    const line = lines.findIndex((text) => text.includes(before));
    const character = lines[line]?.indexOf(before) ?? 0;
    const range = { start: { line, character }, end: { line, character: character + before.length } };
    this.workspace = this.workspace.with([[uri, changeFile(file, range, after)]]);
  }

  check(index = 0): CheckResult {
    const snapshot = this.workspace.snapshots[index] as Snapshot;
    const value = establishmentOf(snapshot).value;
    const cacheOf = this.cacheOf(snapshot);
    return this.#runner.check({ name: "", key: nodeOf(value), value }, this.#plan.root, cacheOf);
  }

  cacheOf(snapshot: Snapshot): QueryCache {
    return this.#queries.at(snapshot);
  }
}

test("an edit in one class runs the rules on that class only", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, [
    recordingRule("classe", "classes.*"),
    recordingRule("service", "classes.*.services.*"),
    recordingRule("professeur", "professeurs.*"),
  ]);
  bench.check();
  expect(ranNow()).toHaveLength(3 * CLASS_COUNT + 1);
  bench.replace("etablissement.pronote.yaml", "C7:\n".trim(), "C7: # x");
  bench.check();
  expect(new Set(ranNow())).toEqual(new Set(["classe C7", "service FRANC", "service MATHS"]));
});

test("a rule that made a query runs again only when the result changed", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, [
    recordingRule(
      "classe",
      "classes.*",
      (context, name) => name === "C3" && context.has("professeurs", "martin"),
    ),
  ]);
  bench.check();
  ranNow();
  bench.replace("etablissement.pronote.yaml", "professeurs:", "professeurs:\n  durand: { nom: DURAND }");
  bench.check();
  expect(ranNow()).toEqual([]);
  bench.replace("etablissement.pronote.yaml", "  martin:", "  martine:");
  bench.check();
  expect(ranNow()).toEqual(["classe C3"]);
});

test("the dependency mask of a result tells whether it may have changed", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, []);
  const updatedCache = () => bench.cacheOf(bench.workspace.snapshots[0] as Snapshot);
  const cacheOf = updatedCache();
  const professeur = cacheOf.query("has", ["professeurs", "martin"]);
  const matieres = cacheOf.query("names", ["matieres"]);
  const before = cacheOf.revision;
  bench.replace("etablissement.pronote.yaml", "  martin:", "  martine:");
  updatedCache();
  expect(cacheOf.unchangedSince(professeur.dependencyMask, before)).toBe(false);
  expect(cacheOf.unchangedSince(matieres.dependencyMask, before)).toBe(true);
  expect(cacheOf.unchangedSince(professeur.dependencyMask | matieres.dependencyMask, before)).toBe(false);
  expect(cacheOf.unchangedSince(professeur.dependencyMask, cacheOf.revision)).toBe(true);
});

test("a rule runs again when the last mention of a name that it asked for is removed", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, [
    recordingRule("professeur", "professeurs.*", (context, name) => context.used("professeurs", name)),
  ]);
  bench.check();
  ranNow();
  bench.replace("etablissement.pronote.yaml", "[martin]", "[]");
  bench.check();
  expect(ranNow()).toEqual([]);
  const marker = bench.workspace.files.get(`${ROOT}/etablissement.pronote.yaml`);
  const all = marker ? fileText(marker) : "";
  for (let i = 0; i < all.split("[martin]").length - 1; i++)
    bench.replace("etablissement.pronote.yaml", "[martin]", "[]");
  bench.check();
  expect(ranNow()).toEqual(["professeur martin"]);
});

const BASE = "profils-professeurs:\n  Profil 2: { comme: Profil 1 }\n";
const inherits = (rne: string) => `herite-de: ../base.pronote.yaml\n${establishment(rne)}`;

test("results on a base are reused for the next heir, if the queries have the same results there", () => {
  const rules = [recordingRule("profil", "profils-professeurs.*", (context) => context.get("classes", "C0"))];
  const rulesWithQuery = [
    recordingRule("profil", "profils-professeurs.*", (context) => context.has("professeurs", "martin")),
  ];
  const texts = {
    "base.pronote.yaml": BASE,
    "a/etablissement.pronote.yaml": inherits("0759998K"),
    "b/etablissement.pronote.yaml": inherits("0759901E"),
  };
  const same = new Bench(texts, rulesWithQuery);
  same.check(0);
  expect(ranNow()).toEqual(["profil Profil 2"]);
  same.check(1);
  expect(ranNow()).toEqual([]);
  same.replace("b/etablissement.pronote.yaml", "  martin:", "  martine:");
  same.check(1);
  expect(ranNow()).toEqual(["profil Profil 2"]);
  same.check(0);
  expect(ranNow()).toEqual([]);

  const other = new Bench(texts, rules);
  other.check(0);
  other.check(1);
  expect(ranNow()).toEqual(["profil Profil 2", "profil Profil 2"]);
});

test("a rule runs again if the result of its query was dropped", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, [
    recordingRule(
      "classe",
      "classes.*",
      (context, name) => name === "C3" && context.has("professeurs", "martin"),
    ),
  ]);
  bench.check();
  ranNow();
  bench.cacheOf(bench.workspace.snapshots[0] as Snapshot).keep(new Set());
  bench.replace("etablissement.pronote.yaml", "professeurs:", "professeurs:\n  durand: { nom: DURAND }");
  bench.check();
  expect(ranNow()).toEqual(["classe C3"]);
});

test("once there are many results of queries, those on which nothing depends are dropped", () => {
  const bench = new Bench({ "etablissement.pronote.yaml": establishment("0759998K") }, [
    recordingRule("classe", "classes.C3", (context) => context.has("professeurs", "martin")),
  ]);
  const result = bench.check();
  const cache = bench.cacheOf(bench.workspace.snapshots[0] as Snapshot);
  const used = cache.query("has", ["professeurs", "martin"]);
  const unused = cache.query("has", ["professeurs", "durand"]);
  evictUnused(result, cache);
  expect(cache.query("has", ["professeurs", "durand"])).toBe(unused);
  for (let i = 0; i < 1100; i++) cache.query("has", ["professeurs", `p${i}`]);
  evictUnused(result, cache);
  expect(cache.query("has", ["professeurs", "martin"])).toBe(used);
  expect(cache.query("has", ["professeurs", "durand"])).not.toBe(unused);
});

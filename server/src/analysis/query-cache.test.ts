import { expect, test } from "vitest";
import { Workspace } from "../model/workspace.ts";
import type { Query } from "../rules/api/rule-context.ts";
import { parseFile } from "../syntax/file.ts";
import type { QueryCache } from "./query-cache.ts";
import { QueryDatabase } from "./query-database.ts";

const ROOT = "file:///academie";
const MARKER = `${ROOT}/etablissement.pronote.yaml`;

/** One establishment from one text to the next, and the cache that is updated with it. */
class Course {
  #workspace: Workspace;
  readonly cache: QueryCache;

  constructor(text: string) {
    this.#workspace = Workspace.empty([ROOT], "2026-08-25").with([[MARKER, parseFile(MARKER, text)]]);
    this.cache = new QueryDatabase().at(this.#snapshot);
  }

  get #snapshot() {
    return this.#workspace.snapshots[0]!;
  }

  /** Goes on to another text of a file. */
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

  /** The results of queries, as they were kept up to date, and as they are computed afresh. */
  both(...questions: readonly (readonly [Query["name"], ...string[]])[]) {
    const anew = new QueryDatabase().at(this.#snapshot);
    return [this.cache, anew].map((cache) =>
      questions.map(([name, ...args]) => cache.query(name, args).value),
    );
  }
}

test("a question is answered once, by one object that follows the establishment", () => {
  const course = new Course("classes: { 6A: {} }\n");
  const answer = course.cache.query("has", ["classes", "6A"]);
  expect(course.cache.query("has", ["classes", "6A"])).toBe(answer);
  expect(answer).toMatchObject({ value: true, changedAt: course.cache.revision });
  course.write("classes: { 6A: {} }\nmatieres: {}\n");
  expect(answer.changedAt).toBeLessThan(course.cache.revision);
  const before = course.cache.revision;
  expect(course.cache.unchangedSince(answer.dependencyMask, before)).toBe(true);
  course.write("classes: { 6B: {} }\n");
  expect(answer).toMatchObject({ value: false, changedAt: course.cache.revision });
  expect(course.cache.unchangedSince(answer.dependencyMask, before)).toBe(false);
  expect(course.cache.unchangedSince(answer.dependencyMask, course.cache.revision)).toBe(true);
});

test("a name may be used as long as something cannot be read; once all is read, that is known", () => {
  const course = new Course("classes: { 6A: { niveau: [6e] } }\n");
  const used = course.cache.query("used", ["niveaux", "6e"]);
  expect(used.value).toBeUndefined();
  course.write("classes: { 6A: {} }\n");
  expect(used).toMatchObject({ value: false, changedAt: course.cache.revision });
  course.write("classes: { 6A: { niveau: [5e] } }\n");
  expect(used.value).toBeUndefined();
  course.write("classes: { 6A: { niveau: 6e } }\n");
  expect(used.value).toBe(true);
  course.write("classes: { 6A: { niveau: 6e }, 6B: { niveau: [5e] } }\n");
  expect(used.value).toBe(true);
});

test("what exists is unknown as long as something that decides it cannot be read", () => {
  const course = new Course("professeurs: { martin: {} }\n");
  const has = course.cache.query("has", ["professeurs", "roux"]);
  expect(has.value).toBe(false);
  course.write("professeurs: { martin: {} }\n---\nautre: document\n");
  expect(has.value).toBeUndefined();
  course.write("professeurs: { martin: {} }\n");
  expect(has.value).toBe(false);
});

test("a name is mistaken for another if it is mentioned, declared nowhere, and near", () => {
  const course = new Course(
    "professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n",
  );
  const mistaken = course.cache.query("mistaken", ["professeurs", "martin"]);
  expect(mistaken.value).toBe(true);
  course.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: martin } }\n");
  expect(mistaken.value).toBe(false);
  course.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n");
  expect(mistaken.value).toBe(true);
  course.write(
    "professeurs: { martin: {}, matrin: {} }\nclasses: { 6A: { professeur-principal: matrin } }\n",
  );
  expect(mistaken.value).toBe(false);
  course.write("professeurs: { martin: {} }\nclasses: { 6A: { professeur-principal: durand } }\n");
  expect(mistaken.value).toBe(false);
});

test("of two names of which one is longer, as many slips are forgiven as in the longer one", () => {
  for (const [declared, mentioned] of [
    ["martin1", "marti"],
    ["marti", "martin1"],
  ] as const) {
    const course = new Course(
      `professeurs: { ${declared}: {} }\nclasses: { 6A: { professeur-principal: ${mentioned} } }\n`,
    );
    expect(course.value("mistaken", "professeurs", declared)).toBe(true);
  }
});

test("which files are its own, and which day it is, is followed too", () => {
  const course = new Course("");
  const other = `${ROOT}/classes.pronote.yaml`;
  const [own, today] = [course.cache.query("own", [other]), course.cache.query("today", [])];
  expect(own.value).toBe(false);
  const { members } = course.cache;
  course.write("classes: {}\n");
  expect(course.cache.members).toBe(members);
  course.write("", other);
  expect(own).toMatchObject({ value: true, changedAt: course.cache.revision });
  expect(today.value).toBe("2026-08-25");
  course.on("2026-08-26");
  expect(today).toMatchObject({ value: "2026-08-26", changedAt: course.cache.revision });
  expect(own.changedAt).toBeLessThan(course.cache.revision);
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
const QUESTIONS = [
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

test("from any text to any other, what is followed is what would be answered now", () => {
  for (const before of TEXTS) {
    for (const after of TEXTS) {
      const course = new Course(before);
      course.both(...QUESTIONS);
      course.write(after);
      const [followed, anew] = course.both(...QUESTIONS);
      expect(followed, `${before}→\n${after}`).toEqual(anew);
    }
  }
});

test("what is no longer kept is found again, and proves nothing", () => {
  const course = new Course("classes: { 6A: {} }\n");
  const kept = course.cache.query("has", ["classes", "6A"]);
  const dropped = course.cache.query("has", ["classes", "6B"]);
  const before = course.cache.revision;
  course.cache.keep(new Set([kept]));
  expect(course.cache.query("has", ["classes", "6A"])).toBe(kept);
  expect(course.cache.query("has", ["classes", "6B"])).not.toBe(dropped);
  expect(dropped.changedAt).toBe(Number.POSITIVE_INFINITY);
  expect(course.cache.unchangedSince(kept.dependencyMask, before)).toBe(false);
  course.write("classes: { 6B: {} }\n");
  expect(kept.value).toBe(false);
  expect(dropped.changedAt).toBe(Number.POSITIVE_INFINITY);
});

test("cache are many when they are twice as many as were in use, and a thousand more", () => {
  const course = new Course("");
  const ask = (count: number) => {
    for (let at = 0; at < count; at++) course.cache.query("has", ["classes", `${at}`]);
  };
  ask(1000);
  expect(course.cache.crowded).toBe(false);
  ask(1001);
  expect(course.cache.crowded).toBe(true);
  course.cache.keep(new Set([course.cache.query("has", ["classes", "0"])]));
  ask(1002);
  expect(course.cache.crowded).toBe(false);
  ask(1003);
  expect(course.cache.crowded).toBe(true);
});

/**
 * Inputs as deep or as long as a file may be: no recursion ends in a stack overflow, no work grows with the square of
 * the size, and what cannot be followed is told once, in its own establishment.
 */
import { describe, expect, test } from "vitest";
import { Analysis } from "../server/src/analysis/analysis.ts";
import { countOf } from "../server/src/analysis/held-problems.ts";
import { Workspace } from "../server/src/model/workspace.ts";
import { parseFile } from "../server/src/syntax/file.ts";
import { MAX_HELD } from "../server/src/syntax/problem.ts";
import { expectLinear } from "./support/growth.ts";

const ROOT = "file:///academie";
const MARKER = "etablissement.pronote.yaml";
const HEAD = "etablissement: { nom: Collège A }\n";
const MANY = 100_000;

type Texts = ReadonlyMap<string, string>;

/** The lines for the numbers from 0, as the text of one file. */
function one(size: number, head: string, line: (index: number) => string): Texts {
  return new Map([
    [MARKER, `${HEAD}${head}\n${Array.from({ length: size }, (_, i) => line(i)).join("\n")}\n`],
  ]);
}

function chainOfBases(size: number): Texts {
  const texts = new Map([[MARKER, `herite-de: b0.pronote.yaml\n${HEAD}`]]);
  for (let i = 0; i < size; i++) texts.set(`b${i}.pronote.yaml`, `herite-de: b${i + 1}.pronote.yaml\n`);
  return texts.set(`b${size}.pronote.yaml`, "annee-scolaire: 2026-2027\n");
}

function members(size: number): Texts {
  const texts = new Map([[MARKER, HEAD]]);
  for (let i = 0; i < size; i++) texts.set(`m${i}.pronote.yaml`, `professeurs: { P${i}: { nom: P } }\n`);
  return texts;
}

const chain = (size: number) => one(size, "niveaux:", (i) => `  n${i}: { comme: n${i + 1} }`);
const backwards = (size: number) =>
  one(size, "niveaux:", (i) => `  n${size - i}: { comme: n${size - i - 1} }`);
const circle = (size: number) => one(size, "niveaux:", (i) => `  n${i}: { comme: n${(i + 1) % size} }`);
const classes = (size: number) => one(size, "classes:", (i) => `  c${i}: { comme: c${i + 1} }`);
const aliases = (size: number) =>
  one(size, "niveaux:\n  n: &n { periodicite: trimestriel }", (i) => `  n${i}: *n`);
const faultyAliases = (size: number) =>
  one(size, "classes:", (i) => `  c${i}: &n${i} { niveau: x${i * 7919} }\n  d${i}: *n${i}`);
const unknown = (size: number) => one(size, "classes:", (i) => `  c${i}: { niveau: x${i * 7919} }`);
const groups = (size: number) =>
  one(size, "classes:", (i) =>
    i < size / 2
      ? `  c${i}: { niveau: 6e }`
      : `${i - 1 < size / 2 ? "groupes-eleves:\n" : ""}  g${i}: { classes: [x${i}] }`,
  );
function idsIn(texts: Texts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const findings of findingsOf(texts).values())
    for (const one of findings) counts.set(one.id, (counts.get(one.id) ?? 0) + countOf([one]));
  return counts;
}

function findingsOf(texts: Texts) {
  const files = [...texts].map(([name, text]) => {
    const uri = `${ROOT}/a/${name}`;
    return [uri, parseFile(uri, text)] as const;
  });
  return new Analysis().findingsOf(Workspace.empty([ROOT], "2026-08-25").with(files));
}

describe("100,000 of a kind are told of", () => {
  test.each([
    ["a chain of “comme”", chain, 1],
    ["a chain of “comme” that is written backwards", backwards, 1],
    ["a chain of “comme” of classes", classes, 1],
    // One for the circle, one for the chain that it is when it is cut.
    ["a circle of “comme”", circle, 2],
  ])("%s", (_, make, count) => {
    expect(idsIn(make(MANY)).get("inheritance-cycle")).toBe(count);
  });

  test("unknown references, each with an alias", () => {
    // Each is told once for both of its uses, as far as they are held; of the others, each use is counted.
    const held = MAX_HELD / 2;
    expect(idsIn(faultyAliases(MANY)).get("unknown-reference")).toBe(held + 2 * (MANY - held));
  });

  test("members of an establishment", () => {
    expect(idsIn(members(20_000)).get("yaml-syntax")).toBeUndefined();
  });

  test("a chain of bases", () => {
    expect(idsIn(chainOfBases(10_000)).get("herite-de")).toBeUndefined();
  });
});

describe("the time grows with the size", () => {
  test.each([
    ["a chain of “comme”", chain],
    ["a chain that is written backwards", backwards],
    ["a circle of “comme”", circle],
    ["a chain of classes", classes],
    ["a chain of bases", chainOfBases],
    ["members of an establishment", members],
    ["aliases", aliases],
    ["aliases of what is faulty", faultyAliases],
    ["unknown references", unknown],
    ["groups with unknown classes", groups],
  ])("%s", (_, make) => {
    expectLinear((size) => make(Math.ceil(size / 16)), findingsOf);
  });
});

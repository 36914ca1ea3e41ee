/**
 * A file may contain a fault in each line. All are counted; held are so few of each rule that the memory does not depend
 * on how many there are, and which are held depends on the texts alone.
 */
import { describe, expect, test } from "vitest";
import { Analysis } from "../server/src/analysis/analysis.ts";
import { countOf } from "../server/src/analysis/held-problems.ts";
import { Workspace } from "../server/src/model/workspace.ts";
import { changeFile, type File, parseFile } from "../server/src/syntax/file.ts";
import { MAX_HELD } from "../server/src/syntax/problem.ts";

const URI = "file:///a/etablissement.pronote.yaml";
const HEAD = "etablissement: { nom: Collège A }\n";
const MORE = 2000;

/** The head of the lines, a faulty line, and the rule that finds it. */
const FAULTS: readonly (readonly [head: string, line: (index: number) => string, rule: string])[] = [
  ["classes:", (i) => `  c${i}: { niveau: x${i * 7919} }`, "unknown-reference"],
  [
    "classes: { a: { niveau: 6e } }\ngroupes-eleves:\n  g:\n    classes:",
    (i) => `    - x${i}`,
    "unknown-reference",
  ],
  ["classes:", (i) => `  c${i}: { nivo${i}x: 1 }`, "unknown-key"],
  ["niveaux: { n: {} }\nclasses:", (i) => `  c${i}: { libelle: C }`, "missing-key"],
  ["classes:", () => "  c: { niveau: 6e }", "duplicate-key"],
  ["classes:", (i) => `  c${i}: { niveau: *a${i} }`, "yaml-syntax"],
  ["classes:", (i) => `  c${i}: { niveau: ]`, "yaml-syntax"],
  ["classes:", (i) => `  c${i}:\n    niveau:`, "unfinished"],
  ["classes:", (i) => `  c${i}: 5`, "wrong-type"],
  ["niveaux:", (i) => `  n${i}: { periodicite: ~ }`, "removal-without-effect"],
  ["classes:", (i) => `  # rentree-ignore two-spr: none\n  c${i}: { niveau: 6e }`, "unused-suppression"],
];

function textOf(head: string, line: (index: number) => string, size: number): string {
  return `${HEAD}${head}\n${Array.from({ length: size }, (_, i) => line(i)).join("\n")}\n`;
}

function workspaceOf(file: File): Workspace {
  return Workspace.empty(["file:///a"], "2026-08-25").with([[URI, file]]);
}

describe("of very many faults, some are held and all are counted", () => {
  test.each(FAULTS)("%j %s %s", (head, line, rule) => {
    const text = textOf(head, line, MAX_HELD + MORE);
    const found = (new Analysis().findingsOf(workspaceOf(parseFile(URI, text))).get(URI) ?? []).filter(
      ({ id }) => id === rule,
    );
    expect(found).toHaveLength(MAX_HELD);
    expect(countOf(found) - MAX_HELD).toBeGreaterThanOrEqual(MORE - 1);
    expect(countOf(found) - MAX_HELD).toBeLessThanOrEqual(MORE + 1);
  });
});

test("what is held after an edit is what is held of the text read afresh", () => {
  const analysis = new Analysis();
  const held = (workspace: Workspace, by: Analysis) =>
    (by.findingsOf(workspace).get(URI) ?? []).map(({ id, message, more }) => [id, message, more]);
  const lines = textOf(...withSize(FAULTS[3])).split("\n");
  let file = parseFile(URI, lines.join("\n"));
  held(workspaceOf(file), analysis);
  for (const content of ["niveau: n", "libelle: C"]) {
    // What the first classes lack is written, and goes again.
    for (let line = 3; line < 500; line++) lines[line] = `  c${line}: { ${content} }`;
    const range = { start: { line: 3, character: 0 }, end: { line: 500, character: 0 } };
    file = changeFile(file, range, `${lines.slice(3, 500).join("\n")}\n`);
    const fresh = parseFile(URI, lines.join("\n"));
    expect(held(workspaceOf(file), analysis)).toEqual(held(workspaceOf(fresh), new Analysis()));
  }
});

function withSize([head, line]: (typeof FAULTS)[number] = ["", () => "", ""]) {
  return [head, line, MAX_HELD + MORE] as const;
}

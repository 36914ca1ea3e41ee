import fc from "fast-check";
import { expect, test } from "vitest";
import { analysis, findingsOf } from "../../../test/support/analysis.ts";
import { applyFixes as mendedWhole } from "../analysis/apply-fixes.ts";
import { localizerFor } from "../base/localize.ts";
import { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { type File, fileText, parseFile, rangeOf, unreadable } from "../syntax/file.ts";
import type { Range } from "../syntax/positions.ts";
import type { Span } from "../syntax/tree.ts";
import { type CheckedScope, checkScope } from "./check-scope.ts";
import { fixScope } from "./fix-scope.ts";
import type { CheckScope } from "./scope.ts";

const ROOT = "file:///academie";
const TODAY = "2026-08-25";
const RUNS = Number(process.env["RUNS"] ?? 100);
const localize = localizerFor("en");

const BASES = [
  "academie.pronote.yaml",
  "commun/droits.pronote.yaml",
  "e0/partage.pronote.yaml",
  "missing.pronote.yaml",
];
const OTHERS = ["e0/a.pronote.yaml", "e1/b.pronote.yml", "e1/etablissement.pronote.yml", "lost.pronote.yaml"];
const MARKERS = ["a", "e0", "e0/annexe", "e1", "z"].map((folder) => `${folder}/etablissement.pronote.yaml`);
const LINES = [
  "etablissement: { rne: 0759998K, nom: Collège }",
  "etablissement: { rne: 0759901E, annee-scolaire: 2026-2027 }",
  "espaces: { parents: { publie: oui } }",
  "Espaces: { eleves: {} }",
  "professeurs: { martin: { nom: MARTIN }, durand: { nom: DURAND } }",
  "classes: { 6A: { professeur-principal: martin, periodicite: trimestriel }, 6B: { niveau: inconnu } }",
  "niveaux: { 6EME: { libelle: Sixième } }",
  "communication: { e-mails: { smtp: { mot-de-passe: tilleul-42 } } }",
  "herite-de: ../academie.pronote.yaml",
  "herite-de: [../academie.pronote.yaml, ../commun/droits.pronote.yaml, ../missing.pronote.yaml]",
  "herite-de: [commun/droits.pronote.yaml, ../academie.pronote.yaml]",
  "herite-de: [../e0/partage.pronote.yaml, ../e0/etablissement.pronote.yaml, ../../out.pronote.yaml]",
  "# rentree-ignore-file rne-of-two-establishments: cité scolaire",
  "# rentree-ignore-file boolean-word, unknown-reference: connu",
  "# rentree-ignore unused-declaration: à venir",
  "# rentree-ignore boolean-word",
  "classes: [",
  "inconnu: 1",
];

const text = fc.uniqueArray(fc.constantFrom(...LINES), { maxLength: 6 }).map((lines) => lines.join("\n"));
/** Arbitrary bases and establishments in various folders, some with syntax errors. */
const files = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...MARKERS, ...MARKERS, ...BASES.slice(0, 3), ...OTHERS), text), {
    minLength: 1,
    selector: ([path]) => path,
  })
  .map((list) => new Map(list.map(([path, text]) => [`${ROOT}/${path}`, text])));

function scopeOf(texts: ReadonlyMap<string, string>): CheckScope {
  const read: CheckScope["read"] = async (uri) => {
    const text = texts.get(uri);
    return text === undefined ? { unreadable: "missing" } : { text };
  };
  return { uris: [...texts.keys()].sort(), roots: [ROOT], within: [ROOT], today: TODAY, read };
}

function workspaceOf(texts: ReadonlyMap<string, string>): Workspace {
  let workspace = Workspace.empty([ROOT], TODAY).with(
    [...texts].map(([uri, text]) => [uri, parseFile(uri, text)]),
  );
  while (workspace.layout.basesToRead.length > 0)
    workspace = workspace.with(workspace.layout.basesToRead.map((uri) => [uri, unreadable(uri, "missing")]));
  return workspace;
}

function printed(findings: readonly Finding[], rangeIn: (at: Span) => Range): readonly string[] {
  const position = (at: Span) => [at.block.uri, rangeIn(at)];
  return findings.map(({ id, rule, at, message, related = [], fixes = [] }) =>
    JSON.stringify([
      ...[id, rule.severity, position(at), localize(message)],
      related.map((item) => [position(item.at), localize(item.message)]),
      fixes.map(({ title, safety, edits }) => [
        ...[localize(title), safety],
        edits.map(({ at, newText }) => [position(at), newText]),
      ]),
    ]),
  );
}

function findingsOfWorkspace(workspace: Workspace): readonly string[] {
  const rangeIn = (at: Span) => rangeOf(workspace.files.get(at.block.uri) as File, at);
  return printed([...findingsOf(workspace).values()].flat(), rangeIn).toSorted();
}

function findingsOfScope({ found, rangeOf }: CheckedScope): readonly string[] {
  return printed([...found.values()].flat(), rangeOf).toSorted();
}

const check = (scope: CheckScope) => checkScope(analysis, scope, new Map(), { lines: true, texts: true });

test(
  "a sweep of one establishment after the other finds the same as a check of the whole workspace",
  async () => {
    await fc.assert(
      fc.asyncProperty(files, async (texts) => {
        expect(findingsOfScope(await check(scopeOf(texts)))).toEqual(findingsOfWorkspace(workspaceOf(texts)));
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 1000,
);

test(
  "fixes applied in a sweep give the same files as fixes applied to the whole workspace",
  async () => {
    await fc.assert(
      fc.asyncProperty(files, async (texts) => {
        const { workspace, fixes } = mendedWhole(
          workspaceOf(texts),
          (uri) => !uri.includes("commun"),
          (now) => [...findingsOf(now).values()].flat(),
        );
        const asked = new Set([...texts.keys()].filter((uri) => !uri.includes("commun")));
        const done = await fixScope(scopeOf(texts), asked, check);
        expect(done.fixes).toBe(fixes);
        expect(new Map([...texts, ...done.files.map(({ uri, after }) => [uri, after] as const)])).toEqual(
          new Map([...texts.keys()].map((uri) => [uri, fileText(workspace.files.get(uri) as File)])),
        );
        expect(findingsOfScope(done.last)).toEqual(findingsOfWorkspace(workspace));
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 1000,
);

/**
 * Imports again and again, with edits by hand in between: what a person wrote stays byte for byte, no value of it is lost,
 * and an import that has just been done has nothing to do.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { establishmentOf } from "../../server/src/model/establishment.ts";
import type { Value } from "../../server/src/schema/value.ts";
import { findingsIn } from "../support/check.ts";
import { importPlanOf, type SchoolFiles, sourceOf, workspaceWith, written } from "../support/import.ts";
import { encoded, SCHOOL, stsEmpXml } from "../support/school-exports.ts";

const MARKER = "etablissement.pronote.yaml";
const OWN = "main.pronote.yaml";

/** Exports of the same school as the year goes by. */
interface Export {
  readonly classes: number;
  readonly matieres: number;
  readonly isRelabelled: boolean;
}

const anExport: fc.Arbitrary<Export> = fc.record({
  classes: fc.integer({ min: 1, max: 6 }),
  matieres: fc.integer({ min: 1, max: 5 }),
  isRelabelled: fc.boolean(),
});

function sourcesOf({ classes, matieres, isRelabelled }: Export) {
  const xml = stsEmpXml({ ...SCHOOL, classes, matieres });
  return [
    sourceOf("sts.xml", encoded(isRelabelled ? xml.replace("6E1 EME", "SIXIEME 1") : xml, "iso-8859-15")),
  ];
}

/** What somebody writes into a file of their own. */
const OWN_TEXTS = [
  "",
  "classes: { 6E1: { libelle: La sixième } } # à nous\n",
  "classes: { 6E1: { services: { FRANC: ~ } }, 5E1: { niveau: 6e } }\n",
  "niveaux: { 6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 3 }, MATHS: brocoli } } }\n",
  "professeurs: { ananas: { profil: Profil 2 }, chou: { nom: CHOU } }\nclasses: { 3E1: { professeur-principal: chou } }\n",
  "classes:\n  4E1:\n    services:\n      FRANC:\n      EPS: { actif: false, professeurs: [chou] }\nprofesseurs: { chou: { nom: CHOU } }\n",
  "matieres: { FRANÇAIS: { code: 020700, libelle: Le français } }\n",
];

type Step =
  | { readonly kind: "own"; readonly text: string }
  | { readonly kind: "correct"; readonly file: number; readonly line: number; readonly how: number }
  | {
      readonly kind: "import";
      readonly options: { readonly refresh: boolean; readonly prune: boolean; readonly lift: boolean };
    };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("own" as const), text: fc.constantFrom(...OWN_TEXTS) }),
  fc.record({ kind: fc.constant("correct" as const), file: fc.nat(9), line: fc.nat(200), how: fc.nat(2) }),
  fc.record({
    kind: fc.constant("import" as const),
    options: fc.record({ refresh: fc.boolean(), prune: fc.boolean(), lift: fc.boolean() }),
  }),
);

/** Corrects a line of an imported file: a comment, another label, or the line taken out with all below it. */
function corrected(files: SchoolFiles, { file, line, how }: Extract<Step, { kind: "correct" }>): SchoolFiles {
  const names = [...files.keys()].filter((name) => name.startsWith("importe/"));
  const name = names[file % Math.max(names.length, 1)];
  const lines = files.get(name ?? "")?.split("\n");
  if (name === undefined || !lines) return files;
  const at = 2 + (line % Math.max(lines.length - 2, 1));
  if (how === 0) lines.splice(at, 0, "# vu avec la direction");
  else if (how === 1) lines[at] = lines[at]?.replace(/libelle: .*/, "libelle: Corrigé") ?? "";
  else lines.splice(at, lines.length - at, "");
  return new Map([...files, [name, lines.join("\n")]]);
}

/** All leaves of the effective value by their paths, with the file of each. */
function leaves(files: SchoolFiles): ReadonlyMap<string, { readonly text: string; readonly file: string }> {
  const found = new Map<string, { readonly text: string; readonly file: string }>();
  const walk = (value: Value, path: string): void => {
    if (value.kind === "map")
      for (const { name, value: below } of value.entries.values()) walk(below, `${path}/${name}`);
    else if (value.kind === "leaf")
      found.set(path, { text: String(value.value), file: value.node.block.uri });
    else if (value.kind === "list")
      found.set(path, {
        text: JSON.stringify(value.items.map((item) => (item.kind === "leaf" ? item.value : ""))),
        file: value.node.block.uri,
      });
  };
  const [snapshot] = workspaceWith(files).of(`file:///academie/${MARKER}`);
  if (snapshot) walk(establishmentOf(snapshot).value, "");
  return found;
}

/** The files after a step. An import is checked: nothing by hand changes, and it has nothing to do a second time. */
function after(files: SchoolFiles, one: Step, from: Export): SchoolFiles {
  if (files.size === 0 && one.kind !== "import") return files;
  if (one.kind === "own") return new Map([...files, [OWN, one.text]]);
  if (one.kind === "correct") return corrected(files, one);
  const next = written(files, importPlanOf(sourcesOf(from), files, one.options));
  expect(lost(files, next, one.options)).toEqual([]);
  expect(importPlanOf(sourcesOf(from), next, one.options).files).toEqual([]);
  return next;
}

/** The texts and values by hand that are other ones after an import, and the imported ones unless these may change. */
function lost(
  before: SchoolFiles,
  next: SchoolFiles,
  { refresh, prune }: { readonly refresh: boolean; readonly prune: boolean },
): readonly string[] {
  const names = [...before].filter(([name, text]) => !name.startsWith("importe/") && next.get(name) !== text);
  const values = leaves(next);
  const things = new Set([...values.keys()].map(thingOf));
  const changed = [...leaves(before)].filter(([path, { text, file }]) => {
    const mayChange = (refresh && file.includes("/importe/")) || (prune && !things.has(thingOf(path)));
    const mayGo = prune && file.includes("/importe/") && !values.has(path);
    return !mayChange && !mayGo && values.get(path)?.text !== text;
  });
  return [...names, ...changed].map(([name]) => name);
}

/** The class, subject or person that a path is about, or the service of a class. */
function thingOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.includes("/services/") ? 5 : 3)
    .join("/");
}

test("whatever is imported and edited, nothing by hand changes, and a second import has nothing to do", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, anExport), { minLength: 1, maxLength: 8 }), (steps) => {
      let files: SchoolFiles = new Map();
      for (const [one, from] of steps) files = after(files, one, from);
    }),
    { numRuns: 60 },
  );
});

test("after a refresh nothing that is imported contradicts what is written by hand", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OWN_TEXTS), anExport, anExport, (own, first, second) => {
      const start = written(new Map(), importPlanOf(sourcesOf(first)));
      const files = new Map([...start, [OWN, own]]);
      const next = written(files, importPlanOf(sourcesOf(second), files, { refresh: true }));
      const ids = findingsIn({ workspace: workspaceWith(next) }).map(({ id }) => id);
      expect(ids.filter((id) => id === "contradictory-values")).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

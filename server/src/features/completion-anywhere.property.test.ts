import fc from "fast-check";
import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { findingsOf } from "../../../test/support/analysis.ts";
import { shown, withItem } from "../../../test/support/complete.ts";
import { type Fixture, fixture } from "../../../test/support/fixture.ts";
import { insertionContextAt } from "../syntax/insertion-context.ts";

const BASE = `
#- academie.pronote.yaml
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-devoirs: true } } }
matieres: { FRANC: { libelle: Français }, "A, B": {} }
#- ecole/personnes.pronote.yaml
professeurs: { martin: { nom: MARTIN }, "l'hôte": {} }
personnels:
  durand: { fonction: CPE, mode-administratif: Administration }
#- ecole/etablissement.pronote.yaml
`;

const SAMPLES = [
  `herite-de: ../academie.pronote.yaml
etablissement:
  rne: 0759998K
  nom: Collège des Tilleuls # bel établissement

hebergement: { mode: heberge }
communication:
  e-mails:
    delegation-serveur: true
    expediteur: { nom: "Collège des Tilleuls", adresse: ce.0759998k@ac-exemple.fr }
  casier-numerique:
    depots:
      - martin
      -
espaces:
  parents: { publie: true }
`,
  `classes:
  6E1:
    niveau: 6e
    periodicite: trimestriel
    professeur-principal: [martin]
    services:
      FRANC: martin
      "A, B": { professeurs: [martin], coefficient: 2 }
  6E2: { comme: 6E1, libelle: 'Sixième 2' }
  6E3: {
    comme: 6E2,
  }
groupes-eleves:
  LATIN: { classes: [6e, 6E1] }
profils-professeurs:
  Profil 2:
    comme: Profil 1
    autorisations: { notes: { saisir-notes: true } }
`,
];

/** The text of a snippet after all tab stops are left as they are: of a choice, the first value. */
function withoutTabStops(text: string): string {
  return text
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/(?<!\\)\$\d/g, "")
    .replace(/\\([\\$}])/g, "$1");
}

test("accepting any completion anywhere adds no syntax error, and an offered value is not an error", () => {
  const scenario = fc.record({
    sample: fc.constantFrom(...SAMPLES),
    at: fc.nat(),
    item: fc.nat(),
    /** What is deleted at the cursor: nothing, the rest of the line or of the file, or the word. */
    cut: fc.constantFrom("" as const, "line" as const, "file" as const, "word" as const),
  });
  fc.assert(
    fc.property(scenario, ({ sample, at, item, cut }) => {
      const [before, after] = halves(sample, at % (sample.length + 1), cut);
      const target = fixture(`${BASE}${before}$0${after}`);
      const items = shown(target);
      const accepted = items[item % Math.max(1, items.length)];
      if (!accepted) return;
      const text = withoutTabStops(withItem(target, accepted));
      const errorCount = (source: string, only?: number) =>
        errorsIn(`${BASE}${source}`, target.context.file.uri, only);
      expect(
        errorCount(text),
        `${accepted.label} in ${JSON.stringify(`${before}$0${after}`)} gives ${JSON.stringify(text)}`,
      ).toBeLessThanOrEqual(errorCount(before + after));
      if (!isValue(target, accepted)) return;
      const line = target.position.line;
      expect(
        errorCount(text, line),
        `${accepted.label} in ${JSON.stringify(`${before}$0${after}`)}`,
      ).toBeLessThanOrEqual(errorCount(before + after, line));
    }),
    { numRuns: 100 },
  );
});

/** The number of syntax errors in a file, or of all errors on one of its lines. */
function errorsIn(source: string, uri: string, line?: number): number {
  const { workspace } = fixture(source);
  return (findingsOf(workspace).get(uri) ?? []).filter(({ id, rule, at }) =>
    line === undefined ? id === "yaml-syntax" : rule.severity === "error" && at.line === line,
  ).length;
}

/** The text before and after the cursor, without what `cut` deletes. */
function halves(
  sample: string,
  offset: number,
  cut: "" | "line" | "file" | "word",
): readonly [string, string] {
  const before = sample.slice(0, offset);
  const after = sample.slice(offset);
  if (cut === "file") return [before, ""];
  if (cut === "line") return [before, after.replace(/^[^\n]*/, "")];
  return cut === "word"
    ? [before.replace(/[\wÀ-ÿ-]+$/, ""), after.replace(/^[\wÀ-ÿ-]+/, "")]
    : [before, after];
}

function isValue({ context, position }: Fixture, { textEdit }: CompletionItem): boolean {
  return (
    insertionContextAt(context.file, position).role === "value" && !/:\s|:$/.test(textEdit?.newText ?? "")
  );
}

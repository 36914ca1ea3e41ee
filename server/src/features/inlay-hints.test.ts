import { expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-types";
import { fixture } from "../../../test/support/fixture.ts";
import type { Language } from "../base/message.ts";
import type { ShownInText } from "./context.ts";
import { inlayHints } from "./inlay-hints.ts";

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** The lines of a text that have hints, with these in brackets. */
function hinted(
  source: string,
  { level = "minimal", language = "en", range = WHOLE }: Asked = {},
): readonly string[] {
  const { context, texts } = fixture(source, language);
  const lines = (texts.get(context.file.uri) ?? "").split("\n");
  const found = inlayHints({ ...context, shown: { ...context.shown, inlayHints: level } }, { range });
  for (const { position, label } of found.toSorted(fromTheEnd)) {
    const text = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    const line = lines[position.line] ?? "";
    lines[position.line] = `${line.slice(0, position.character)}[${text}]${line.slice(position.character)}`;
  }
  const hintedLines = new Set(found.map(({ position }) => position.line));
  return lines.filter((_, line) => hintedLines.has(line));
}

function fromTheEnd({ position: a }: InlayHint, { position: b }: InlayHint): number {
  return b.line - a.line || b.character - a.character;
}

interface Asked {
  readonly level?: ShownInText["inlayHints"];
  readonly language?: Language;
  readonly range?: typeof WHOLE;
}

const SCHOOL = `
#- academie.pronote.yaml
matieres: { FRANC: { libelle: Français }, EPS: {} }
niveaux:
  6e:
    periodicite: trimestriel
    services: { FRANC: { coefficient: 2 } }
#- ecole/personnes.pronote.yaml
professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX }
#- ecole/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
etablissement: { version: "2025" }
`;

const CLASSES = `${SCHOOL}#- ecole/classes.pronote.yaml
$0classes:
  6E1:
    niveau: 6e
    professeur-principal: martin
    services:
      FRANC: [martin, roux]
      EPS: roux
  6E2: { niveau: 6e, professeur-principal: martin }
referentiels: { Socle: { classes: [6e, 6E1] } }
`;

test("a line has at most one hint: what it inherits, else for how many classes it stands, else who is meant", () => {
  expect(hinted(CLASSES)).toMatchInlineSnapshot(`
    [
      "  6E1:[periodicite: trimestriel]",
      "    professeur-principal: martin[MARTIN Alice]",
      "      FRANC: [martin[MARTIN Alice], roux]",
      "  6E2: { niveau: 6e, professeur-principal: martin }[periodicite: trimestriel, services: FRANC]",
      "referentiels: { Socle: { classes: [6e[2 classes], 6E1] } }",
    ]
  `);
});

test("all hints: every name, what a code means, what is inherited below the first level", () => {
  expect(hinted(CLASSES, { level: "all", language: "fr" })).toMatchInlineSnapshot(`
    [
      "  6E1:[periodicite: trimestriel]",
      "    professeur-principal: martin[MARTIN Alice]",
      "      FRANC[Français]: [martin[MARTIN Alice], roux][coefficient: 2]",
      "  6E2: { niveau: 6e, professeur-principal: martin[MARTIN Alice] }[periodicite: trimestriel, services: FRANC]",
      "referentiels: { Socle: { classes: [6e[2 classes], 6E1] } }",
    ]
  `);
});

test("`off` shows nothing, and a base, whose heirs differ, has no hints", () => {
  expect(hinted(CLASSES, { level: "off" })).toEqual([]);
  expect(hinted(`${SCHOOL}#- autre.pronote.yaml\n`.replace("matieres:", "$0matieres:"))).toEqual([]);
});

test("only the lines that are asked for are visited", () => {
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } };
  expect(hinted(CLASSES, { range })).toEqual(["    professeur-principal: martin[MARTIN Alice]"]);
});

test("what follows from other values stands where it would be written, and says from what", () => {
  const source = `
etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }
hebergement: { mode: heberge }
espaces: { parents: { publie: true } }
`;
  expect(hinted(source)).toMatchInlineSnapshot(`
    [
      "espaces: { parents: { publie: true } }[adresse: https://0759998K.index-education.net/pronote/]",
    ]
  `);
  const { context } = fixture(source, "fr");
  const [{ label } = { label: "" }] = inlayHints(context, { range: WHOLE });
  expect(typeof label === "string" ? label : label[0]?.tooltip).toMatchInlineSnapshot(
    `"découle de : hébergé : https://, le RNE, .index-education.net/pronote/"`,
  );
});

test("a value is linked to where it is written", () => {
  const { context } = fixture(CLASSES);
  const [{ label } = { label: "" }] = inlayHints(context, { range: WHOLE });
  expect(typeof label === "string" ? label : label[0]).toMatchObject({
    value: "periodicite: trimestriel",
    location: { uri: "file:///academie/academie.pronote.yaml", range: { start: { line: 3, character: 4 } } },
    tooltip: "academie.pronote.yaml:4",
  });
});

test("a line with private text, and what is inherited from one, is not shown", () => {
  const source = `
professeurs:
  martin: { nom: MARTIN, prenom: Alice, telephone: "0612345678" }
niveaux: { 6e: { periodicite: trimestriel, libelle: "appeler le 06 12 34 56 78" } }
classes:
  6E1: { niveau: 6e, professeur-principal: martin }
`;
  expect(hinted(source, { level: "all" })).toMatchInlineSnapshot(`
    [
      "niveaux: { 6e[1 class]: { periodicite: trimestriel, libelle: "appeler le 06 12 34 56 78" } }",
    ]
  `);
});

test("a long list of values is cut, and says how many are left", () => {
  const services = Array.from({ length: 9 }, (_, at) => `MATIERE${at}: { coefficient: 2 }`).join(", ");
  const source = `
niveaux: { 6e: { periodicite: trimestriel, positionnement: avec-notes, libelle: Sixième, services: { ${services} } } }
classes:
  6E1: { niveau: 6e }
`;
  expect(hinted(source).at(-1)).toMatchInlineSnapshot(
    `"  6E1: { niveau: 6e }[periodicite: trimestriel, positionnement: avec-notes, and 1 more]"`,
  );
});

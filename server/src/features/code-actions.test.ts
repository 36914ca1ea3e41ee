import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { fixture } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import type { Language } from "../base/message.ts";
import { offsetAt } from "../syntax/change.ts";
import { codeActions, difference } from "./code-actions.ts";
import { FIX_ALL } from "./offered.ts";

function actions(source: string, only?: string[], language: Language = "en") {
  const fixed = fixture(source, language);
  const { position } = fixed;
  return codeActions(fixed.context, {
    range: { start: position, end: position },
    context: only ? { only } : {},
  }).map((action) => ({
    title: `${action.isPreferred ? "★ " : ""}${action.title}`,
    kind: action.kind,
    after: edited(fixed, action.edit),
    about: action.diagnostics?.map(({ code }) => code),
  }));
}

test("offers the sure fix as preferred, and to silence it at the end", () => {
  expect(actions("edt: { droit-connexion: ou$0i }\n")).toMatchInlineSnapshot(`
    [
      {
        "about": [
          "boolean-word",
        ],
        "after": "#- etablissement.pronote.yaml
    edt: { droit-connexion: true }
    ",
        "kind": "quickfix",
        "title": "★ Replace by “true”",
      },
      {
        "about": [
          "boolean-word",
        ],
        "after": "#- etablissement.pronote.yaml
    # rentree-ignore boolean-word: 
    edt: { droit-connexion: oui }
    ",
        "kind": "quickfix",
        "title": "Silence “boolean-word” here with a comment",
      },
    ]
  `);
});

test("offers the nearest value first, the others behind it", () => {
  expect(
    actions("edt: { licence: resau$0 }\n", undefined, "fr").map(({ title }) => title),
  ).toMatchInlineSnapshot(`
    [
      "Remplacer par « reseau »",
      "Remplacer par « monoposte »",
      "Remplacer par « aucune »",
      "Taire « unknown-value » ici par un commentaire",
    ]
  `);
});

test("offers nothing where nothing is found", () => {
  expect(actions("edt: { licence: rese$0au }\n")).toEqual([]);
});

test("mends the whole file when asked, to a fixed point, line by line", () => {
  const source = "edt: { droit-connexion: oui }\nclasse:\n  6A: { periodicité: trimestriel }\n$0";
  const [action, ...others] = actions(source, ["source.fixAll"]);
  expect(others).toEqual([]);
  expect(action).toMatchInlineSnapshot(`
    {
      "about": [
        "unknown-key",
        "boolean-word",
      ],
      "after": "#- etablissement.pronote.yaml
    edt: { droit-connexion: true }
    classes:
      6A: { periodicite: trimestriel }
    ",
      "kind": "source.fixAll.rentree",
      "title": "Apply all sure fixes in this file",
    }
  `);
});

test("takes away one of two equal lines", () => {
  const ignore = "  # rentree-ignore boolean-word: à reprendre\n";
  const [action] = actions(`espaces:\n${ignore}${ignore}  parents: { publie: oui }\n$0`, [FIX_ALL]);
  expect(action?.after).toBe(
    `#- etablissement.pronote.yaml\nespaces:\n${ignore}  parents: { publie: oui }\n`,
  );
});

test("what turns one text into another does so, whichever lines come, go or are alike", () => {
  const text = fc
    .array(fc.constantFrom("", "a", "b", "# c"), { maxLength: 6 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, difference(before, after))).toBe(after);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["a line that goes", "a\nb\nc\nd", "a\nc\nd", [1, 2, "c"]],
  ["a line that comes", "a\nc\nd", "a\nb\nc\nd", [1, 1, "b\nc"]],
  ["the last line", "a\nb\nc", "a\nb", [1, 2, "b"]],
])("%s changes no more lines than need be", (_, before, after, [line, endLine, newText]) => {
  expect(difference(before, after)).toMatchObject([
    { range: { start: { line }, end: { line: endLine } }, newText },
  ]);
});

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.toReversed().reduce((now, { range: { start, end }, newText }) => {
    const [from, to] = [start, end].map((at) => offsetAt(now, at.line, at.character));
    return now.slice(0, from) + newText + now.slice(to);
  }, text);
}

test("gives no fix-all unasked, nor for other kinds", () => {
  expect(actions("edt: { droit-connexion: ou$0i }\n", ["refactor"])).toEqual([]);
  expect(actions("edt: { droit-connexion: ou$0i }\n", [FIX_ALL])).toHaveLength(1);
  expect(actions("edt: { licence: reseau }\n$0", [FIX_ALL])).toEqual([]);
});

test("mends a second time what is mended", () => {
  const [action] = actions("edt: { droit-connexion: oui, licence: Reseau }\n$0", [FIX_ALL]);
  expect(actions(`${action?.after.replace(/^.*\n/, "")}$0`, [FIX_ALL])).toEqual([]);
});

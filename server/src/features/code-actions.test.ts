import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/places.ts";
import type { Language } from "../base/message.ts";
import { unreadable } from "../syntax/file.ts";
import { codeActions } from "./code-actions.ts";
import { FIX_ALL } from "./offered.ts";

function actions(source: string, only = ["quickfix"], language: Language = "en") {
  const target = fixture(source, language);
  const { position } = target;
  return codeActions(target.context, {
    range: { start: position, end: position },
    context: { only },
  }).map((action) => ({
    title: `${action.isPreferred ? "★ " : ""}${action.title}`,
    kind: action.kind,
    after: edited(target, action.edit),
    about: action.diagnostics?.map(({ code }) => code),
  }));
}

test("the sure fix is preferred; the action that adds a suppression comment comes last", () => {
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
        "after": "",
        "kind": "quickfix",
        "title": "Explain “boolean-word”",
      },
      {
        "about": [
          "boolean-word",
        ],
        "after": "",
        "kind": "quickfix",
        "title": "Silence “boolean-word” here with a comment…",
      },
      {
        "about": [
          "boolean-word",
        ],
        "after": "",
        "kind": "quickfix",
        "title": "Silence “boolean-word” here until 31 August 2027…",
      },
    ]
  `);
});

test("the nearest value is offered first, then the other values", () => {
  expect(
    actions("edt: { licence: resau$0 }\n", undefined, "fr").map(({ title }) => title),
  ).toMatchInlineSnapshot(`
    [
      "Remplacer par « reseau »",
      "Remplacer par « monoposte »",
      "Remplacer par « aucune »",
      "Expliquer « unknown-value »",
      "Taire « unknown-value » ici par un commentaire…",
      "Taire « unknown-value » ici jusqu'au 31 août 2027…",
    ]
  `);
});

test("there are no actions without findings", () => {
  expect(actions("format: $01\n")).toEqual([]);
});

test("fix-all applies sure fixes to the whole file until none is left", () => {
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

test("fix-all removes one of two identical suppression comments", () => {
  const ignore = "  # rentree-ignore boolean-word: à reprendre\n";
  const [action] = actions(`espaces:\n${ignore}${ignore}  parents: { publie: oui }\n$0`, [FIX_ALL]);
  expect(action?.after).toBe(
    `#- etablissement.pronote.yaml\nespaces:\n${ignore}  parents: { publie: oui }\n`,
  );
});

test("fix-all is offered only if its kind is requested and there is something to fix", () => {
  expect(actions("edt: { droit-connexion: ou$0i }\n", ["refactor.move"])).toEqual([]);
  expect(actions("edt: { droit-connexion: ou$0i }\n", [FIX_ALL])).toHaveLength(1);
  expect(actions("edt: { licence: reseau }\n$0", [FIX_ALL])).toEqual([]);
});

test("the empty kind requests actions of all kinds", () => {
  const kinds = actions("edt: { droit-connexion: ou$0i }\n", [""]).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["quickfix", FIX_ALL, "refactor.rewrite"]));
});

test("fix-all offers nothing for its own result", () => {
  const [action] = actions("edt: { droit-connexion: oui, licence: Reseau }\n$0", [FIX_ALL]);
  expect(actions(`${action?.after.replace(/^.*\n/, "")}$0`, [FIX_ALL])).toEqual([]);
});

/** The edits of the fix-all action. */
function fixAllEdits(source: string) {
  const { context, position } = fixture(source);
  const range = { start: position, end: position };
  const [action] = codeActions(context, { range, context: { only: [FIX_ALL] } });
  return (action?.edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
}

const lines = (from: number, fromCharacter: number, to: number, toCharacter: number) => ({
  start: { line: from, character: fromCharacter },
  end: { line: to, character: toCharacter },
});

test("fix-all does not edit the line ends of a file with CRLF", () => {
  expect(fixAllEdits("profils_professeurs: {}\r\nlicence: {}\r\n$0")).toEqual([
    { range: lines(0, 0, 0, 23), newText: "profils-professeurs: {}" },
  ]);
});

test.each(["\n", "\r\n"])(
  "fix-all edits only lines that change, also if a line is removed, with %j",
  (end) => {
    const source = [
      "edt: { droit-connexion: oui }",
      "# rentree-ignore boolean-word: plus utile",
      "espaces: { parents: { publie: true } }",
      "classe: {}",
      "$0",
    ];
    expect(fixAllEdits(source.join(end))).toEqual([
      {
        range: lines(0, 0, 2, 0),
        newText: `edt: { droit-connexion: true }${end}`,
      },
      { range: lines(3, 0, 3, 10), newText: "classes: {}" },
    ]);
  },
);

test.each([
  ["the one of a similar name beside it", "academi.pronote.yaml", "../academie.pronote.yaml"],
  ["the only one beside it", "rectorat.pronote.yaml", "../academie.pronote.yaml"],
  ["the one of the same name elsewhere", "socle.pronote.yaml", "../communs/socle.pronote.yaml"],
  ["none that is far away", "communs2/x.pronote.yaml", undefined],
])("for a missing base, the fix names %s", (_, path, expected) => {
  const source = `
#- academie.pronote.yaml
matieres: { FRANC: {} }
#- communs/socle.pronote.yaml
matieres: { EPS: {} }
#- a/classes.pronote.yaml
classes: {}
#- a/etablissement.pronote.yaml
herite-de: ../$0${path}
`;
  const { context, position } = fixture(source);
  const uri = `${ROOT}/${path}`;
  const workspace = context.workspace.with([[uri, unreadable(uri, "missing")]]);
  const [snapshot = context.snapshot] = workspace.of(context.file.uri);
  const titles = codeActions(
    { ...context, workspace, snapshot },
    { range: { start: position, end: position }, context: {} },
  ).map(({ title }) => title);
  const replacing = titles.filter((title) => title.startsWith("Replace"));
  expect(replacing).toEqual(expected === undefined ? [] : [`Replace by “${expected}”`]);
});

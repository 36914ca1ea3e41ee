import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { codeActions, resolveCodeAction } from "./code-actions.ts";
import { fullClientSupport } from "./full-client-support.ts";

const SOURCE = `
#- espaces.pronote.yaml
espaces:
  parents: { publie: o$0ui }
  eleves: { publie: oui }
edt: { licence: Reseau }
#- etablissement.pronote.yaml
edt: { droit-connexion: non }
`;

function fixAlls(source: string, client = fullClientSupport) {
  const target = fixture(source);
  const context = { ...target.context, client };
  const range = { start: target.position, end: target.position };
  const actions = codeActions(context, { range, context: { only: ["quickfix"] } });
  return { target, context, found: actions.filter(({ title }) => title.startsWith("Fix all")) };
}

test("all findings of a rule are fixed, in the file or in all files; those of other rules stay", () => {
  const { target, context, found } = fixAlls(SOURCE);
  expect(found.map(({ title }) => title)).toEqual([
    "Fix all “boolean-word” in this file: 2",
    "Fix all “boolean-word” in all files: 3",
  ]);
  const [here, everywhere] = found.map((action) => {
    const { edit } = resolveCodeAction(context, action);
    return [...edited(target.texts, edit ?? {})];
  });
  const espaces =
    "espaces:\n  parents: { publie: true }\n  eleves: { publie: true }\nedt: { licence: Reseau }\n";
  const marker = `${ROOT}/etablissement.pronote.yaml`;
  expect(here).toEqual([
    [`${ROOT}/espaces.pronote.yaml`, espaces],
    [marker, "edt: { droit-connexion: non }\n"],
  ]);
  expect(everywhere).toEqual([
    [`${ROOT}/espaces.pronote.yaml`, espaces],
    [marker, "edt: { droit-connexion: false }\n"],
  ]);
});

test("an edit of several files is shown before it is applied", () => {
  const { context, found } = fixAlls(SOURCE);
  const [here, everywhere] = found.map((action) => resolveCodeAction(context, action).edit);
  expect(here?.changeAnnotations).toBeUndefined();
  expect(Object.values(everywhere?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
});

test("a client that resolves nothing gets the edit at once, for its file only", () => {
  const { found } = fixAlls(SOURCE, { ...fullClientSupport, resolvesActions: false });
  expect(found.map(({ title, edit, data }) => [title, edit !== undefined, data])).toEqual([
    ["Fix all “boolean-word” in this file: 2", true, undefined],
  ]);
});

test("one finding is not all", () => {
  expect(fixAlls("edt: { droit-connexion: n$0on }\n").found).toEqual([]);
});

test("what is no longer there is refused", () => {
  const { context, found } = fixAlls(SOURCE);
  const now = fixture("edt: {}\n").context;
  expect(() => resolveCodeAction({ ...now, client: context.client }, found[0] ?? { title: "" })).toThrow(
    "not possible any more",
  );
});

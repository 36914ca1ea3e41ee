import { expect, test } from "vitest";
import { fixture, ROOT } from "../../../test/support/fixture.ts";
import { edited } from "../../../test/support/workspace-edit.ts";
import { codeActions } from "./code-actions.ts";

function declared(source: string): readonly (readonly [title: string, text: string])[] {
  const { context, position, texts } = fixture(source);
  const range = { start: position, end: position };
  return codeActions(context, { range, context: { only: ["quickfix"] } })
    .filter(({ title }) => title.startsWith("Declare"))
    .map(({ title, edit }) => {
      const changed = [...edited(texts, edit ?? {})].filter(([uri, text]) => texts.get(uri) !== text);
      return [
        title,
        changed.map(([uri, text]) => `${uri.slice(ROOT.length + 1)}\n${text}`).join(""),
      ] as const;
    });
}

test("a missing class is declared beside the others, wherever these are", () => {
  const source = `
#- groupes.pronote.yaml
groupes-eleves:
  LATIN: { classes: [6A, 6$0B] }
#- classes.pronote.yaml
classes:
  6A:
    niveau: 6e
# at the end
#- etablissement.pronote.yaml
`;
  expect(declared(source)[0]).toEqual([
    "Declare “6B” among the classes",
    "classes.pronote.yaml\nclasses:\n  6A:\n    niveau: 6e\n  6B: {}\n# at the end\n",
  ]);
});

test("without a section, one is added", () => {
  const source =
    "classes: { 6A: { services: { FRANC: mar$0tin } } }\nmatieres: { FRANC: {} }\nprofils-professeurs: {}\n";
  expect(declared(`#- a.pronote.yaml\n${source}#- etablissement.pronote.yaml\nprofesseurs: {}\n`)).toEqual([
    ["Declare “martin” among the teachers", "etablissement.pronote.yaml\nprofesseurs: { martin: {} }\n"],
  ]);
});

test("a name that is declared, or looks private, is not declared", () => {
  expect(declared("classes: { 6A: { niveau: 6$0e } }\n")).toEqual([]);
  expect(declared("classes: { 6A: {} }\ngroupes-eleves: { L: { classes: [0612$0345678] } }\n")).toEqual([]);
  const key = (name: string) => `classes: { 6A: { services: { ${name}: {} } } }\nmatieres: { FRANC: {} }\n`;
  expect(declared(key("LAT$0IN"))).toHaveLength(1);
  expect(declared(key('"1234$056789AB"'))).toEqual([]);
});

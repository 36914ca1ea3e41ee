import { expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import { offered, shown } from "../../../test/support/complete.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { schemaAt } from "../schema/schema.ts";
import { completionList } from "./completion.ts";
import { MOST_ITEMS } from "./completion-item.ts";

const SCHOOL = `
#- ecole/etablissement.pronote.yaml
hebergement: { mode: heberge }
#- ecole/noms.pronote.yaml
matieres: { MATHS: { libelle: Mathématiques }, EPS: {} }
professeurs: { hebert: { nom: HÉBERT, prenom: Zoé }, martin: { nom: MARTIN } }
#- ecole/classes.pronote.yaml
`;

/** The labels of what an editor lists after a word is typed, in its order: the letters in order, whatever their case. */
function found(source: string, typed: string): readonly string[] {
  return shown(fixture(`${SCHOOL}${source.replace("$0", `${typed}$0`)}`))
    .filter(({ label, filterText = label }) => {
      let at = 0;
      for (const letter of filterText.toLowerCase()) if (letter === typed.charAt(at).toLowerCase()) at++;
      return at >= typed.length;
    })
    .map(({ label }) => label);
}

test.each([
  ["hébert", "hebert"],
  ["HEBERT", "hebert"],
  ["zoe", "hebert"],
  ["Zoé", "hebert"],
  ["MART", "martin"],
])("a teacher is found by %s, whatever accents and case", (typed, label) => {
  expect(found("classes: { A: { professeur-principal: $0 } }\n", typed)).toContain(label);
});

test.each(["mathem", "Mathém", "maths"])(
  "a subject is found by %s: by its code and by its label",
  (typed) => {
    expect(found("classes: { A: { services: { $0 } } }\n", typed)).toContain("MATHS");
  },
);

test("a value with accents is found without them", () => {
  const academies = schemaAt(["etablissement", "academie"])?.suggestions ?? [];
  const name = academies.find((one) => /é/.test(one)) ?? "";
  expect(name).not.toBe("");
  const source = "etablissement: { academie: $0 }\n";
  const bare = name.normalize("NFD").replace(/\p{M}/gu, "");
  for (const typed of [name, bare, name.toUpperCase(), bare.toLowerCase()])
    expect(found(source, typed)).toContain(name);
});

test("a person is told by name, with the file", () => {
  expect(offered(`${SCHOOL}classes: { A: { professeur-principal: $0 } }\n`)).toBe(
    "hebert | HÉBERT Zoé, Teacher, noms.pronote.yaml\nmartin | Teacher, noms.pronote.yaml",
  );
});

test("keys are listed as one writes: those that are required and missing first, then in the order of the schema", () => {
  const labels = shown(fixture("classes:\n  A:\n    libelle: x\n    $0\n")).map(({ label }) => label);
  const { properties = new Map(), required = [] } = schemaAt(["classes", "*"]) ?? {};
  const keys = [...properties].flatMap(([key, below]) =>
    below.deprecated || key === "libelle" ? [] : [key],
  );
  const rest = keys.filter((key) => !required.includes(key));
  expect(rest.slice(0, 2)).toEqual(keys.slice(0, 2));
  expect([...new Set(labels)]).toEqual([...required, ...rest.filter((key) => labels.includes(key))]);
});

const many = (count: number) =>
  `#- ecole/etablissement.pronote.yaml\nprofesseurs:\n${Array.from({ length: count }, (_, i) => `  p${i}: {}\n`).join("")}`;
const mention = (typed: string) =>
  `#- ecole/classes.pronote.yaml\nclasses: { A: { professeur-principal: ${typed}$0 } }\n`;

test("a list is complete, unless it is too long for an editor: then it has what fits, and is asked for again", () => {
  const listOf = (count: number, typed: string, completionDefaults: boolean) => {
    const { context, position } = fixture(many(count) + mention(typed));
    return completionList({ ...context, client: { ...context.client, completionDefaults } }, { position });
  };
  const long = listOf(MOST_ITEMS + 500, "", true) as CompletionList;
  expect([long.isIncomplete, long.items.length]).toEqual([true, MOST_ITEMS]);
  expect(listOf(MOST_ITEMS + 500, "", false)).toMatchObject({ isIncomplete: true });
  const typed = listOf(MOST_ITEMS + 500, `p${MOST_ITEMS + 400}`, true) as CompletionList;
  expect([typed.isIncomplete, typed.items.map(({ label }) => label)]).toEqual([
    false,
    [`p${MOST_ITEMS + 400}`],
  ]);
  expect(listOf(300, "", false)).toHaveLength(300);
});

test("nothing is accepted by a sign that belongs to YAML, and only a default is selected from the start", () => {
  for (const source of [
    "$0",
    "classes:\n  A:\n    $0\n",
    "edt: { transfert: { programme: { actif: $0 } } }\n",
  ]) {
    const items: readonly CompletionItem[] = shown(fixture(source));
    expect(items.some(({ commitCharacters }) => commitCharacters)).toBe(false);
    for (const { preselect, label, labelDetails } of items)
      if (preselect) expect([label, labelDetails?.description]).toEqual([label, "default"]);
  }
});

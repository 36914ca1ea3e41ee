import { expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver-types";
import { accepted, offered, shown } from "../../../test/support/complete.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { CLIENT_SUGGEST } from "./client-commands.ts";
import type { ClientSupport } from "./client-support.ts";
import { completion } from "./completion.ts";

const SKELETON = 15;

/** The skeletons at the cursor, with their texts in this language. */
function skeletonsAt(source: string, language: "en" | "fr" = "en"): readonly string[] {
  return shown(fixture(source, language))
    .filter(({ kind }) => kind === SKELETON)
    .map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(": "));
}

const SCHOOL = `
#- ecole/etablissement.pronote.yaml
hebergement: { mode: heberge }
periodes: {}
#- ecole/autre.pronote.yaml
`;

test("at the root, sections that nothing writes yet have skeletons, in the language of the editor", () => {
  const found = skeletonsAt(`${SCHOOL}absences: {}\n$0\n`);
  expect(found).toContain("rgpd: Person answerable, measures and register sheet");
  expect(found.filter((one) => /^(absences|periodes|hebergement)/.test(one))).toEqual([]);
  expect(skeletonsAt(`${SCHOOL}$0`, "fr")).toContain("rgpd: Responsable, mesures et fiche registre");
});

test("skeletons for another hosting are not offered", () => {
  const self = (found: readonly string[]) =>
    found.filter((one) => /^(serveurs|routeur|.*self-hosted)/.test(one));
  expect(self(skeletonsAt(`${SCHOOL}$0`))).toEqual([]);
  expect(self(skeletonsAt(`${SCHOOL.replace("heberge }", "non-heberge }")}$0`)).length).toBeGreaterThan(3);
});

test("in a section of names, the skeleton of one is offered, indented as the others", () => {
  const classes = `${SCHOOL}classes:\n    5A: {}\n    $0\n`;
  expect(skeletonsAt(classes)).toEqual([
    "A class, its form teacher and its services",
    "A class and its kind of periods",
  ]);
  expect(accepted(classes, "A class and its kind of periods")).toContain(
    "\n    5A: {}\n    ‹1:6A›:\n        periodicite: ‹2|trimestriel,",
  );
});

test.each([
  ["in a value", "communication:\n  e-mails: { expediteur: { nom: $0 } }\n"],
  ["in a list", "herite-de:\n  - $0\n"],
  ["in a comment", "# abs$0\n"],
  ["in braces", "classes: { $0 }\n"],
  ["in a map of given keys", "absences:\n  $0\n"],
  ["in a thing of a section", "classes:\n  6A:\n    $0\n"],
  ["before a colon that stands already", "abs$0:\n"],
])("no skeleton is offered %s", (_, source) => {
  expect(skeletonsAt(`${SCHOOL}${source}`)).toEqual([]);
});

test("nothing is offered twice", () => {
  for (const source of ["$0", "classes:\n  $0\n", "deroulement:\n  $0\n"]) {
    const texts = shown(fixture(`${SCHOOL}${source}`)).map(({ textEdit }) => textEdit?.newText);
    expect(texts.length).toBe(new Set(texts).size);
  }
});

test("what names the current day gets it from the server", () => {
  const step = accepted(`${SCHOOL}$0`, "deroulement", 1);
  expect(step).toContain("2026");
  expect(step).not.toContain("CURRENT");
});

const withClient = (source: string, client: Partial<ClientSupport>): readonly CompletionItem[] => {
  const { context, position } = fixture(source);
  return completion({ ...context, client: { ...context.client, ...client } }, { position });
};

test("clients that show no tab stops get no skeletons", () => {
  expect(withClient(`${SCHOOL}$0`, { snippets: false }).filter(({ kind }) => kind === SKELETON)).toEqual([]);
});

test("after a key whose values are known, the client that can opens their list", () => {
  const key = (label: string, commands: readonly string[]) => {
    const found = withClient(`${SCHOOL}etablissement:\n  $0\n`, { commands: new Set(commands) });
    const item = found.find((one) => one.label === label);
    return [item?.command?.command, item?.textEdit?.newText];
  };
  expect(key("type", [CLIENT_SUGGEST])).toEqual([CLIENT_SUGGEST, "type: $1"]);
  expect(key("chef-etablissement", [CLIENT_SUGGEST])).toEqual([CLIENT_SUGGEST, "chef-etablissement: $1"]);
  expect(key("nom", [CLIENT_SUGGEST])[0]).toBeUndefined();
  expect(key("type", [])[0]).toBeUndefined();
});

test.each([
  ["between brackets", "[6e, $0]"],
  ["on lines", "\n      - 6e\n      - $0"],
  ["above the others", "\n      - $0\n      - 6e"],
])("names that are in a list already are not offered again: %s", (_, list) => {
  const names = offered(`${SCHOOL}groupes-eleves:\n  G:\n    classes: ${list}\n`);
  expect(names).toContain("5e |");
  expect(names).not.toContain("6e |");
});

test("the file's format comes last, and values are listed as the type of their key", () => {
  expect(offered(`${SCHOOL}$0`).split("\n").at(-1)).toBe("format | 1 | Format");
  const about = offered(`${SCHOOL}etablissement:\n  $0\n`);
  expect(about).toContain("type | college | lycee-general-et-technologique | …");
});

test("a step of the rollout is offered with its title, and found by it", () => {
  const steps = shown(fixture(`${SCHOOL}deroulement:\n  $0\n`, "fr"));
  const step = steps.find(({ label }) => label === "choix-hebergement");
  expect(step?.labelDetails?.description).toMatch(/hébergement/i);
  expect(step?.filterText).toContain(step?.labelDetails?.description);
  expect(step?.textEdit?.newText).toMatch(/^choix-hebergement:/);
});

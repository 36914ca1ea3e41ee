import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import type { Language } from "../base/message.ts";
import { codeLenses, lensCommand } from "./code-lens.ts";
import type { LensData, ShownReferences } from "./protocol.ts";

/** The lines that have a lens, with what it says, and the lines that it leads to. */
function lenses(source: string, language: Language = "en"): readonly string[] {
  const { context } = fixture(source, language);
  return codeLenses(context).map(({ range, data }) => {
    const command = lensCommand(context, data as LensData);
    const [argument] = (command.arguments ?? []) as readonly Partial<ShownReferences & { slug: string }>[];
    const places = argument?.locations?.map(({ range: { start } }) => start.line) ?? argument?.slug ?? "";
    return `${range.start.line}: ${command.title} ${JSON.stringify(places)}`;
  });
}

const SCHOOL = `
profils-professeurs:
  Profil 1: { autorisations: { notes: { saisir-devoirs: true } } }
  Profil 2: { comme: Profil 1 }
professeurs:
  martin: { nom: MARTIN, profil: Profil 1 }
niveaux:
  6e: { periodicite: trimestriel, services: { FRANC: { coefficient: 2 }, EPS: {} } }
classes:
  6E1: { niveau: 6e, services: { FRANC: martin, EPS: ~ } }
  6E2: { niveau: 6e }
  6E3: {}
`;

test("a section says how many steps are open, a profile who uses it, a class which services it has", () => {
  expect(lenses(SCHOOL)).toMatchInlineSnapshot(`
    [
      "0: 4 open steps "revue-profils-professeurs"",
      "1: used 2 times [2,4]",
      "2: used nowhere []",
      "3: 7 open steps "professeurs-manquants"",
      "7: 7 open steps "dates-periodes"",
      "8: 1 service []",
      "9: 2 services, 2 of them written elsewhere [6,6]",
      "10: no service []",
    ]
  `);
});

test("a step that is done is not open", () => {
  expect(
    lenses(`${SCHOOL}deroulement: { revue-profils-professeurs: { fait: 2026-08-24, par: c.durand } }\n`)[0],
  ).toBe('0: 3 open steps "droits-devoirs-et-evaluations"');
});

test.each([
  [
    "services that are written twice",
    "6E1: { services: { FRANC: martin }, services: { EPS: martin } }",
    ' ""',
  ],
  ["services that are none", "6E1: { services: martin }", ' ""'],
  ["services in a list", "6E1: { niveau: 6e, services: [FRANC] }", ' ""'],
  ["a class that is written twice", "6E1: { services: { FRANC: martin } }\n  6E1: {}", ' ""'],
  ["services that are removed", "6E1: { services: ~ }", "no service []"],
  ["services that are not written yet", "6E1:\n    services:", "no service []"],
])("%s: %j", (_, classes, title) => {
  const school = SCHOOL.slice(0, SCHOOL.indexOf("classes:"));
  expect(lenses(`${school}classes:\n  ${classes}\n`).filter((line) => line.startsWith("8:"))).toEqual([
    `8: ${title}`,
  ]);
});

test("the same in French", () => {
  expect(lenses(SCHOOL, "fr").slice(0, 5)).toMatchInlineSnapshot(`
    [
      "0: 4 étapes ouvertes "revue-profils-professeurs"",
      "1: utilisé 2 fois [2,4]",
      "2: utilisé nulle part []",
      "3: 7 étapes ouvertes "professeurs-manquants"",
      "7: 7 étapes ouvertes "dates-periodes"",
    ]
  `);
});

test("a base has only the uses of its profiles, in all its heirs", () => {
  const source = `
#- academie.pronote.yaml
$0${SCHOOL.trim()}
#- a/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
#- b/etablissement.pronote.yaml
herite-de: ../academie.pronote.yaml
professeurs: { roux: { profil: Profil 2 } }
`;
  expect(lenses(source)).toMatchInlineSnapshot(`
    [
      "1: used 2 times [2,4]",
      "2: used once [1]",
    ]
  `);
});

test("nothing if the setting is off, or the file is large", () => {
  const { context } = fixture(SCHOOL);
  expect(codeLenses({ ...context, shown: { ...context.shown, codeLens: false } })).toEqual([]);
  expect(lenses(`${SCHOOL}${"#\n".repeat(5_000)}`)).toEqual([]);
});

test("a lens whose place is gone says nothing", () => {
  const { context } = fixture(SCHOOL);
  const data: LensData = { uri: context.file.uri, about: "uses", path: ["profils-professeurs", "Profil 9"] };
  expect(lensCommand(context, data).title).toBe("");
});

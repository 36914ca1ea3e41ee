import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { exportedSchema } from "./export.ts";

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(exportedSchema("en"));

/** What a tool that knows only JSON Schema says of a text: where, and which keyword. */
function faults(text: string): readonly string[] {
  validate(parse(text, { merge: true }));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const EXAMPLE = [
  `profils-professeurs:
  Profil 1:
    autorisations:
      notes: { saisir-devoirs: true }
      competences: { saisir-evaluations: true }
  Professeur documentaliste: { comme: Profil 1, autorisations: { eleves: { voir-tous-les-eleves: true } } }
matieres:
  FRANC: { libelle: Français }
  EPS: { libelle: Éducation physique et sportive }
preferences-contact:
  responsables: { courriers: true, e-mails: true, sms: false, discussions: true }
`,
  `herite-de: ../academie.pronote.yaml
etablissement:
  rne: 0759998K
  nom: Collège des Tilleuls
  type: college
  annee-scolaire: 2026-2027
hebergement: { mode: heberge }
communication:
  e-mails:
    delegation-serveur: true
    service: index-education
    expediteur: { nom: Collège des Tilleuls, adresse: ce.0759998k@ac-exemple.fr }
espaces:
  parents: { publie: true, recuperation-mot-de-passe: true }
periodes:
  trimestriel:
    Trimestre 1: { debut: 2026-09-01, fin: 2026-11-27 }
    Trimestre 2: { debut: 2026-11-30, fin: 2027-03-05 }
    Trimestre 3: { debut: 2027-03-08, fin: 2027-07-02 }
`,
  `professeurs:
  martin: { nom: MARTIN, prenom: Alice }
  roux: { nom: ROUX, prenom: Hugo }
niveaux:
  6e:
    periodicite: trimestriel
    services:
      FRANC: { coefficient: 2 }
      EPS: { coefficient: 1 }
classes:
  6E1: { niveau: 6e, professeur-principal: martin, services: { FRANC: martin, EPS: roux } }
  6E2: { niveau: 6e, professeur-principal: roux, services: { FRANC: martin, EPS: roux } }
`,
];

test("accepts what the language allows: short forms, single references, names like numbers, removals", () => {
  for (const text of EXAMPLE) expect(faults(text)).toEqual([]);
  expect(
    faults("classes: { 61: ~, 6E1: { professeur-principal: 12, services: { 7: [martin, 12] } } }"),
  ).toEqual([]);
  expect(faults("classes:\n  6A:\n")).toEqual([]);
  expect(faults("")).toEqual([]);
});

test("accepts the examples", () => {
  const folder = join(import.meta.dirname, "../../../examples");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.pronote\.ya?ml$/.test(name) && !name.startsWith("college-a-corriger"))
    .map((name) => [name, faults(readFileSync(join(folder, name), "utf8"))] as const);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(([, found]) => found.length > 0)).toEqual([]);
});

test.each([
  ["classses: {}", " additionalProperties"],
  ["espaces: { parents: { publie: oui } }", "/espaces/parents/publie type"],
  ["hebergement: { mode: hébergé }", "/hebergement/mode enum"],
  ["periodes: { trimestriel: { T1: { debut: 01/09/2026 } } }", "/periodes/trimestriel/T1/debut pattern"],
  ["classes: [6A]", "/classes type"],
  [
    "classes: { 6A: { services: { FRANC: { coefficient: deux } } } }",
    "/classes/6A/services/FRANC/coefficient type",
  ],
  ["professeurs: { martin: { nom: [MARTIN] } }", "/professeurs/martin/nom type"],
])("refuses what the language refuses: %s", (text, fault) => {
  expect(faults(text)).toContain(fault);
});

test("says all of it in the language that is asked for", () => {
  const english = JSON.stringify(exportedSchema("en"));
  const french = JSON.stringify(exportedSchema("fr"));
  expect(english).toContain("Other tools read text such as 6E1");
  expect(french).toContain("D'autres outils lisent comme des nombres");
  expect(french).not.toContain("Other tools");
  expect(JSON.parse(french).properties.classes.title).toBe("Classes");
  expect(english).not.toMatch(/"required":|"x-/);
});

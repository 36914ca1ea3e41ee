import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { derivedValues } from "./derived-values.ts";

/** What follows from a configuration below a section, as `key: value`. */
function derivedIn(section: string, source: string): readonly string[] {
  const { context } = fixture(source);
  return derivedValues(establishmentOf(context.snapshot).value)
    .filter(({ path }) => path[0] === section)
    .map(({ path, value }) => `${path.slice(1).join("/")}: ${value}`)
    .sort();
}

test.each([
  ["licence: reseau", ["droit-connexion: true", "mise-a-jour: directe"]],
  ["licence: monoposte", ["droit-connexion: false", "mise-a-jour: par-transfert"]],
  ["licence: monoposte, droit-connexion: true", ["mise-a-jour: directe"]],
  ["licence: reseau, droit-connexion: false", ["mise-a-jour: par-transfert"]],
  ["licence: aucune", []],
])("EDT, %s", (edt, derived) => {
  expect(derivedIn("edt", `edt: { ${edt} }\n`)).toEqual(derived);
  const transfer = (mode: string) => (edt.includes("aucune") ? [] : [`transfert/mode: ${mode}`]);
  expect(derivedIn("edt", `hebergement: { mode: heberge }\nedt: { ${edt} }\n`)).toEqual(
    [...derived, ...transfer("automatique")].sort(),
  );
});

test("the school year of a base is derived where there is something about the base", () => {
  const school = "etablissement: { nom: Collège, annee-scolaire: 2026-2027 }\n";
  expect(derivedIn("base", school)).toEqual([]);
  expect(derivedIn("base", `${school}base: { nom: x }\n`)).toContain("annee-scolaire: 2026-2027");
});

test("the sender of e-mails has the name of the establishment, where there is something about e-mails", () => {
  const school = "etablissement: { nom: Collège }\n";
  const mails = `${school}communication: { e-mails: { expediteur: { adresse: a@ac-exemple.fr } } }\n`;
  expect(derivedIn("communication", `${school}communication: { casier-numerique: {} }\n`)).toEqual([]);
  expect(derivedIn("communication", mails)).toContain("e-mails/expediteur/nom: Collège");
});

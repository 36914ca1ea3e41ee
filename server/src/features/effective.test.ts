import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { finished } from "../base/finished.ts";
import { effective, effectiveAt } from "./effective.ts";
import type { EffectiveParams } from "./fleet-protocol.ts";

const SOURCE = `
#- base.pronote.yaml
niveaux: { 6e: { periodicite: trimestriel } }
#- a/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { nom: Collège A }
classes: { 6E1: { niveau: 6e } }
#- b/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { nom: Collège B }
`;
const A = "file:///academie/a";

function asked(source: string): readonly string[] {
  const { context, position } = fixture(source);
  return effectiveAt(context, { position }).map(({ name, at = "" }) => `${name} ${at}`.trim());
}

test.each([
  [
    "a thing, then its establishment",
    SOURCE.replace("niveau: 6e", "niveau: $06e"),
    ["Collège A classes/6E1", "Collège A"],
  ],
  [
    "a section without things",
    SOURCE.replace("nom: Collège A", "no$0m: Collège A"),
    ["Collège A etablissement", "Collège A"],
  ],
  ["in a base, all its heirs", SOURCE.replace("6e: {", "6$0e: {"), ["Collège A", "Collège B"]],
  [
    "nothing private",
    SOURCE.replace("niveau: 6e } }", "niv$0eau: 6e } } # mot de passe : Azerty12!"),
    ["Collège A"],
  ],
  [
    "a name with a slash",
    SOURCE.replace("6E1: { niveau", "6E/1: { $0niveau"),
    ["Collège A classes/6E~11", "Collège A"],
  ],
])("effective values may be shown of %s", (_, source, expected) => {
  expect(asked(source)).toEqual(expected);
});

test("effective values of a thing are those below its path", () => {
  const { context } = fixture(SOURCE);
  const of = (params: Partial<EffectiveParams>) =>
    finished(effective(context, { establishment: A, ...params }));
  expect(of({ at: "classes/6E1", origins: false })).toBe(
    "classes:\n  6E1:\n    periodicite: trimestriel\n    niveau: 6e\n",
  );
  expect(of({ origins: false })).toContain("etablissement:");
  expect(of({ at: "classes" })).toMatch(/periodicite: trimestriel +# .*base\.pronote\.yaml/);
  expect(of({ establishment: "file:///academie/c" })).toBeNull();
});

import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { establishmentOf } from "../model/establishment.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { formerValue } from "./former-value.ts";

/** What the fingerprint of a step tells of a key, once the text is another one. */
function told(slug: string, source: string, key: string): unknown {
  const rootOf = (text: string) => establishmentOf(fixture(text).context.snapshot).value;
  const item = itemBySlug.get(slug);
  if (!item) throw new Error(`no item ${slug}`);
  const now = "etablissement: { annee-scolaire: 2026-2027 }\nprofesseurs: { martin: {} }\n";
  return formerValue(fingerprintOf(item, rootOf(source)), key, rootOf(now));
}

test.each([
  ["regles-mot-de-passe", "securite: { longueur-min: 14 }\n", "securite/longueur-min", 14],
  ["choix-hebergement", "hebergement: { mode: non-heberge }\n", "hebergement/mode", "non-heberge"],
  ["rne-etablissement", "etablissement: { nom: Les Tilleuls }\n", "etablissement/nom", undefined],
])("%s: %s", (slug, source, key, value) => {
  expect(told(slug, source, key)).toEqual(value === undefined ? undefined : { value });
});

test("a text that is not one of the possible ones is not guessed", () => {
  expect(
    told("rne-etablissement", "etablissement: { rne: 0759998K }\n", "etablissement/rne"),
  ).toBeUndefined();
});

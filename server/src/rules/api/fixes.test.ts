import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const fixesOf = (source: string) =>
  findingsIn(fixture(source)).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title.args[0]));

test("a fault in one establishment is not fixed in a base", () => {
  const base = "#- base.pronote.yaml\nrouteur: { redirections: { Web: pronote-net } }\n";
  const own = "#- ecole/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\n";
  expect(fixesOf(`${base}${own}hebergement: { mode: heberge }\n`)).toEqual(["non-heberge"]);
  expect(
    fixesOf("hebergement: { mode: heberge }\nrouteur: { redirections: { Web: pronote-net } }\n"),
  ).toEqual(["routeur", "non-heberge"]);
});

test("no fix removes a key in an anchored text, which may be used elsewhere", () => {
  const text =
    "hebergement: { mode: heberge }\nserveurs:\n  serveur: &ici { adresse: 0759998K.index-education.net }\n  pronote-net: { <<: &ip { ip-fixe: 203.0.113.1 } }\n";
  expect(fixesOf(text)).toEqual(["non-heberge"]);
});

import { expect, test } from "vitest";
import { findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";

const fixesOf = (source: string) =>
  findingsIn(fixture(source)).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title.args[0]));

test("a fault in one establishment is not fixed in a base, nor one in a base in an heir", () => {
  const base = "#- base.pronote.yaml\n";
  const own = "#- ecole/etablissement.pronote.yaml\nherite-de: ../base.pronote.yaml\n";
  const mode = "hebergement: { mode: heberge }\n";
  const manual = "edt: { transfert: { mode: manuel } }\n";
  expect(fixesOf(mode + manual)).toEqual(["automatique", "mode"]);
  expect(fixesOf(base + manual + own + mode)).toEqual([]);
  const router = "routeur: { redirections: { Web: pronote-net } }\n";
  expect(fixesOf(mode + router)).toEqual(["routeur", "non-heberge"]);
  expect(fixesOf(base + router + own + mode)).toEqual(["routeur"]);
});

test("no fix removes a key in an anchored text, which may be used elsewhere", () => {
  const text =
    "hebergement: { mode: heberge }\nserveurs:\n  serveur: &ici { adresse: 0759998K.index-education.net }\n  pronote-net: { <<: &ip { ip-fixe: 203.0.113.1 } }\n";
  expect(fixesOf(text)).toEqual(["non-heberge"]);
});

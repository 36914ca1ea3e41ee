import { expect, test } from "vitest";
import { fixture } from "../../../test/support/fixture.ts";
import { baseName } from "../base/uri.ts";
import { possibleBases } from "./possible-bases.ts";

const basesFor = (source: string) => possibleBases(fixture(source).context).map(baseName).sort();

test("a file may inherit from none of its own establishment, of its heirs, and of theirs", () => {
  const files = (second: string) => `
#- commun/racine.pronote.yaml
matieres: {}$0
#- commun/premiere.pronote.yaml
herite-de: racine.pronote.yaml
#- commun/seconde.pronote.yaml
herite-de: ${second}
#- commun/libre.pronote.yaml
matieres: {}
#- ecole/etablissement.pronote.yaml
herite-de: ../commun/seconde.pronote.yaml
#- ecole/classes.pronote.yaml
classes: {}
`;
  expect(basesFor(files("premiere.pronote.yaml"))).toEqual(["libre.pronote.yaml"]);
  expect(basesFor(files("libre.pronote.yaml"))).toEqual([
    "classes.pronote.yaml",
    "libre.pronote.yaml",
    "seconde.pronote.yaml",
  ]);
  // A base that leads nowhere, or into itself, ends the search.
  expect(basesFor(files("seconde.pronote.yaml"))).toContain("seconde.pronote.yaml");
  expect(basesFor(files("/absolu.pronote.yaml"))).toContain("seconde.pronote.yaml");
});

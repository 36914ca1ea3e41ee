import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { espaceWithEverythingOff } from "./espace-with-everything-off.ts";

const KEYS = [
  ..."page-accueil informations-personnelles cahier-de-textes notes competences bulletins resultats".split(
    " ",
  ),
  ..."orientations vie-scolaire stage communication equipe-pedagogique trombinoscope".split(" "),
];
const off = (keys: readonly string[]) => keys.map((key) => `${key}: false`).join(", ");
const says =
  "The Espace “eleves” is published and every section in it is off: its users would find an empty page.";

test("reports a published Espace with every rubrique off", () => {
  checkRule(
    espaceWithEverythingOff,
    `
espaces:
  eleves:
    publie: true
    rubriques: { ${off(KEYS)} }
#   ^^^^^^^^^ ${says}
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    espaceWithEverythingOff,
    `
#- base.pronote.yaml
espaces: { eleves: { rubriques: { ${off(KEYS)} } } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
espaces: { eleves: { publie: true } }
#                            ^^^^ ${says}
`,
  );
});

test("is silent while one is on or not decided, and where the Espace is not published", () => {
  checkRule(
    espaceWithEverythingOff,
    `espaces: { eleves: { publie: true, rubriques: { ${off(KEYS.slice(1))} } } }\n`,
  );
  checkRule(
    espaceWithEverythingOff,
    `espaces: { eleves: { publie: true, rubriques: { ${off(KEYS.slice(1))}, page-accueil: true } } }\n`,
  );
  checkRule(espaceWithEverythingOff, `espaces: { eleves: { publie: false, rubriques: { ${off(KEYS)} } } }\n`);
});

test("stops the publication", () => {
  const text = `espaces: { eleves: { publie: true, rubriques: { ${off(KEYS)} } } }\n`;
  checkFix(espaceWithEverythingOff, text, text.replace("publie: true", "publie: false"));
});

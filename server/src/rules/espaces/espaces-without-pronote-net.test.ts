import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { espacesWithoutPronoteNet } from "./espaces-without-pronote-net.ts";

const says = (espace: string) =>
  `PRONOTE.net does not publish the base, so that the Espace “${espace}” cannot be reached although it is published.`;

test("reports, once, Espaces that cannot be reached", () => {
  checkRule(
    espacesWithoutPronoteNet,
    `
hebergement: { mode: non-heberge }
serveurs: { pronote-net: { publie: false } }
#                                  ^^^^^ ${says("eleves")}
espaces: { parents: { publie: false }, eleves: { publie: true }, professeurs: { publie: true } }
`,
  );
});

test("is reported on the Espace where a base stops PRONOTE.net", () => {
  checkRule(
    espacesWithoutPronoteNet,
    `
#- base.pronote.yaml
serveurs: { pronote-net: { publie: false } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: non-heberge }
espaces:
  parents:
    publie: true
#           ^^^^ ${says("parents")}
`,
  );
});

test("is silent in hosted mode, where nothing is published, and where nothing is decided", () => {
  const off = "serveurs: { pronote-net: { publie: false } }\n";
  checkRule(
    espacesWithoutPronoteNet,
    `hebergement: { mode: heberge }\n${off}espaces: { parents: { publie: true } }\n`,
  );
  checkRule(
    espacesWithoutPronoteNet,
    `hebergement: { mode: non-heberge }\n${off}espaces: { parents: { publie: false }, adresse: "https://a.fr/" }\n`,
  );
  checkRule(
    espacesWithoutPronoteNet,
    "hebergement: { mode: non-heberge }\nespaces: { parents: { publie: true } }\n",
  );
});

test("publishes PRONOTE.net", () => {
  const text =
    "hebergement: { mode: non-heberge }\nserveurs: { pronote-net: { publie: false } }\nespaces: { parents: { publie: true } }\n";
  checkFix(espacesWithoutPronoteNet, text, text.replace("false", "true"));
});

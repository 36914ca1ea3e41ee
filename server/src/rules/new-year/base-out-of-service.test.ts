import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { baseOutOfService } from "./base-out-of-service.ts";

const says = (what: string) =>
  `The base is not to be in service, but ${what} needs a base that Clients can connect to.`;

test("reports a base out of service that something needs", () => {
  checkRule(
    baseOutOfService,
    `
base: { en-service: false }
#                   ^^^^^ ${says("the recovery of last year's data")}
recuperation: { donnees: { photos: false, modeles: true } }
`,
  );
  checkRule(
    baseOutOfService,
    `
base: { en-service: false }
#                   ^^^^^ ${says("the transfer from EDT")}
edt: { transfert: { fichier: edt-vers-pronote.zip } }
`,
  );
  checkRule(
    baseOutOfService,
    `
base: { en-service: false }
#                   ^^^^^ ${says("the transfer from EDT")}
edt: { transfert: { mode: manuel } }
`,
  );
  checkRule(
    baseOutOfService,
    `
base:
  en-service: false
#             ^^^^^ ${says("the publication of the Espaces")}
espaces: { parents: { publie: true } }
`,
  );
});

test("is silent where nothing needs it, and where it is in service or not decided", () => {
  checkRule(baseOutOfService, "base: { en-service: false }\nrecuperation: { donnees: { photos: false } }\n");
  checkRule(baseOutOfService, "base: { en-service: false }\nedt: { transfert: { mode: automatique } }\n");
  checkRule(baseOutOfService, "base: { en-service: true }\nespaces: { parents: { publie: true } }\n");
  checkRule(baseOutOfService, "base: { nom: A }\nespaces: { parents: { publie: true } }\n");
});

test("puts it into service", () => {
  const text = "base: { en-service: false }\nespaces: { parents: { publie: true } }\n";
  checkFix(baseOutOfService, text, text.replace("false", "true"));
});

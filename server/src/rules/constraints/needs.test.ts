/** Values that others need, by the lines of the schema. */
import { describe, test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";

describe("needs", () => {
  test("reports once what several keys of a map lack", () => {
    checkRule(
      { id: "annexes-without-base" },
      `
hebergement: { mode: heberge, bascule: { fichiers: { photos: a.HPHOTOS, profils: a.profils, courriers: ~ } } }
#                                                    ^^^^^^ “photos” needs “base”, which is not written. The base is loaded first; its other files then complete it, and cannot be loaded without it.
`,
    );
  });

  const rule = { id: "application-not-described" };

  test("reports once what several places lack, and only of a section that is written", () => {
    checkRule(
      rule,
      `
serveurs: { serveur: { port: 49300 } }
clients: { connexions: { A: relais, B: relais } }
#                           ^^^^^^ “vers: relais” needs “relais” (“Servers”), which is not written. It leads to an application that “serveurs” does not describe, so that it has neither address nor port. Describe the application, or lead to one that exists.
`,
    );
    checkRule(rule, "clients: { connexions: { A: relais } }\n");
    checkRule(
      rule,
      `
#- base.pronote.yaml
serveurs: { pronote-net: { protocole: https } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
clients: { connexions: { A: relais } }
`,
    );
    checkRule(rule, "serveurs:\nclients: { connexions: { A: relais } }\n");
    checkRule(rule, "serveurs: { relais: }\nclients: { connexions: { A: relais } }\n");
  });
});

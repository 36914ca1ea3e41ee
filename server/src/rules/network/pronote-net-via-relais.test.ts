import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { pronoteNetViaRelais } from "./pronote-net-via-relais.ts";

const says =
  "PRONOTE.net connects to the Server, never to the Relais, which serves Clients only. Write: serveur";

test("reports PRONOTE.net behind the Relais", () => {
  checkRule(
    pronoteNetViaRelais,
    `
serveurs: { pronote-net: { se-connecte-a: relais } }
#                                         ^^^^^^ ${says}
`,
  );
  checkRule(
    pronoteNetViaRelais,
    `
#- base.pronote.yaml
serveurs:
  pronote-net:
    se-connecte-a: relais
#                  ^^^^^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("accepts the Server, and what is not decided", () => {
  checkRule(pronoteNetViaRelais, "serveurs: { pronote-net: { se-connecte-a: serveur } }\n");
  checkRule(pronoteNetViaRelais, "serveurs: { pronote-net: { se-connecte-a: } }\n");
});

test("offers the Server", () => {
  checkFix(
    pronoteNetViaRelais,
    "serveurs: { pronote-net: { se-connecte-a: relais } }\n",
    "serveurs: { pronote-net: { se-connecte-a: serveur } }\n",
  );
});

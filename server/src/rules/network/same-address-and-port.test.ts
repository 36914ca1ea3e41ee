import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { sameAddressAndPort } from "./same-address-and-port.ts";

const says = (one: string, other: string) =>
  `“${one}” and “${other}” are both at 192.0.2.10, port 49300: only one of them can start. Give each a port of its own.`;

test("reports two applications at one address and port", () => {
  checkRule(
    sameAddressAndPort,
    `
serveurs:
  serveur: { adresse: 192.0.2.10, port: 49300 }
  relais:
    adresse: 192.0.2.10
    port: 49300
#         ^^^^^ ${says("serveur", "relais")}
  pronote-net: { adresse: 192.0.2.10, port: 443 }
`,
  );
});

test("is reported on the establishment's own text", () => {
  checkRule(
    sameAddressAndPort,
    `
#- base.pronote.yaml
serveurs: { relais: { adresse: 192.0.2.10, port: 49300 } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
serveurs: { serveur: { adresse: 192.0.2.10, port: 49300 } }
#                                                 ^^^^^ ${says("serveur", "relais")}
`,
  );
});

test("is silent where addresses or ports differ, or are not written", () => {
  checkRule(
    sameAddressAndPort,
    "hebergement: { mode: heberge }\nserveurs: { serveur: { adresse: 192.0.2.10, port: 1 }, relais: { adresse: 192.0.2.10, port: 1 } }\n",
  );
  checkRule(
    sameAddressAndPort,
    "serveurs: { serveur: { adresse: 192.0.2.10, port: 1 }, relais: { adresse: 192.0.2.11, port: 1 } }\n",
  );
  checkRule(sameAddressAndPort, "serveurs: { serveur: { port: 1 }, relais: { port: 1 } }\n");
});

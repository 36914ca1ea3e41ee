import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { externalPortTwice } from "./external-port-twice.ts";

const says = (one: string, other: string, port: number) =>
  `“${one}” and “${other}” both take port ${port} of the router: it leads to one of them only.`;

test("reports a port that two redirections take, written or following", () => {
  checkRule(
    externalPortTwice,
    `
routeur: { redirections: { A: { vers: pronote-net, port-externe: 443 }, B: { vers: relais, port-externe: 443 } } }
#                                                                                                        ^^^ ${says("A", "B", 443)}
`,
  );
  checkRule(
    externalPortTwice,
    `
serveurs: { relais: { port: 49301 } }
routeur:
  redirections:
    A: relais
    B: { vers: serveur, port: 49301 }
#                             ^^^^^ ${says("A", "B", 49301)}
`,
  );
});

test("is silent on different ports, and on ports that are not known", () => {
  checkRule(
    externalPortTwice,
    "routeur: { redirections: { A: pronote-net, B: relais, C: { vers: relais, port-externe: 1 } } }\n",
  );
  checkRule(
    externalPortTwice,
    "routeur: { redirections: { A: { vers: relais, port: 1, port-externe: }, B: { vers: serveur, port: 1 } } }\n",
  );
});

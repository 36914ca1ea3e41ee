import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { relaisWhenHosted } from "./relais-when-hosted.ts";

const says = (name: string) =>
  `“${name}” connects to a Relais, and there is none in hosted mode: Clients reach the hosted Server. Write: serveur`;

test("reports a connection to a Relais in hosted mode, short or long", () => {
  checkRule(
    relaisWhenHosted,
    `
hebergement: { mode: heberge }
clients:
  connexions:
    Salle: relais
#          ^^^^^^ ${says("Salle")}
edt: { client: { vers: relais } }
#                      ^^^^^^ ${says("client")}
`,
  );
});

test("is silent when self-hosted, and where a declared Relais is the cause", () => {
  checkRule(relaisWhenHosted, "hebergement: { mode: heberge }\nclients: { connexions: { A: serveur } }\n");
  checkRule(relaisWhenHosted, "hebergement: { mode: non-heberge }\nclients: { connexions: { A: relais } }\n");
  checkRule(
    relaisWhenHosted,
    "hebergement: { mode: heberge }\nserveurs: { relais: { port: 1 } }\nclients: { connexions: { A: relais } }\n",
  );
});

test("offers the Server", () => {
  checkFix(
    relaisWhenHosted,
    "hebergement: { mode: heberge }\nclients: { connexions: { A: relais } }\n",
    "hebergement: { mode: heberge }\nclients: { connexions: { A: serveur } }\n",
  );
});

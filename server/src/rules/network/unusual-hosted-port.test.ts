import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { unusualHostedPort } from "./unusual-hosted-port.ts";

const says = (port: number) =>
  `In hosted mode the Server listens on port 49300, not on ${port}, unless Index Éducation gave you another one.`;

test("reports another port of the hosted Server, and of a Client if that one is not written", () => {
  checkRule(
    unusualHostedPort,
    `
hebergement: { mode: heberge }
serveurs: { serveur: { port: 49200 } }
#                            ^^^^^ ${says(49200)}
clients: { connexions: { A: { vers: serveur, port: 49200 } } }
`,
  );
  checkRule(
    unusualHostedPort,
    `
hebergement: { mode: heberge }
clients:
  connexions:
    A:
      vers: serveur
      port: 49200
#           ^^^^^ ${says(49200)}
`,
  );
});

test("is silent when self-hosted or when the mode is not known", () => {
  checkRule(unusualHostedPort, "hebergement: { mode: heberge }\nserveurs: { serveur: { port: 49300 } }\n");
  checkRule(
    unusualHostedPort,
    "hebergement: { mode: non-heberge }\nserveurs: { serveur: { port: 49200 } }\n",
  );
  checkRule(unusualHostedPort, "serveurs: { serveur: { port: 49200 } }\n");
});

test("offers the usual port", () => {
  const text = "hebergement: { mode: heberge }\nserveurs: { serveur: { port: 49200 } }\n";
  checkFix(unusualHostedPort, text, text.replace("49200", "49300"));
});

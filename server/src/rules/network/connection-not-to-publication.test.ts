import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { connectionNotToPublication } from "./connection-not-to-publication.ts";

const SERVERS =
  "serveurs: { serveur: { adresse: pronote.exemple.fr, port: 49300 }, relais: { adresse: 192.0.2.11, port: 49301 } }\n";
const says = (name: string, vers: string, at: string, not: string) =>
  `“${name}” connects to “${vers}”, which is published at ${at}, not at ${not}: nothing would answer. Without it, what is right follows.`;

test("reports an address or a port that is not that of the target", () => {
  checkRule(
    connectionNotToPublication,
    `${SERVERS}clients:
  connexions:
    Bureau: { vers: serveur, adresse: pronote.exemple.fr, port: 49301 }
#                                                               ^^^^^ ${says("Bureau", "serveur", "49300", "49301")}
    Salle:
      vers: relais
      adresse: 192.0.2.10
#              ^^^^^^^^^^ ${says("Salle", "relais", "192.0.2.11, 49301", "192.0.2.10, 49300")}
      port: 49300
edt: { client: { vers: serveur, port: 1 } }
#                                     ^ ${says("client", "serveur", "49300", "1")}
`,
  );
});

test("derives the hosted address from the RNE", () => {
  checkRule(
    connectionNotToPublication,
    `
etablissement: { rne: 0759998K }
hebergement: { mode: heberge }
clients: { connexions: { Bureau: { vers: serveur, adresse: pronote.exemple.fr } } }
#                                                          ^^^^^^^^^^^^^^^^^^ ${says("Bureau", "serveur", "0759998K.index-education.net", "pronote.exemple.fr")}
`,
  );
});

test("reports an address that is inherited from another connection", () => {
  checkRule(
    connectionNotToPublication,
    `${SERVERS}clients: { connexions: { A: { comme: B }, B: { vers: serveur, port: 49302 } } }
#                                                                   ^^^^^ ${says("A", "serveur", "49300", "49302")} (2 times)
`,
  );
});

test("is silent where the publication is not known, and between a name and an IP address", () => {
  checkRule(
    connectionNotToPublication,
    `${SERVERS}clients: { connexions: { A: { port: 1 }, B: { vers: , port: 1 } } }\n`,
  );
  checkRule(
    connectionNotToPublication,
    "clients: { connexions: { A: { vers: serveur, port: 1, adresse: a.fr } } }\n",
  );
  checkRule(
    connectionNotToPublication,
    `${SERVERS}clients: { connexions: { A: { vers: serveur, adresse: 192.0.2.9 }, B: relais } }\n`,
  );
  checkRule(
    connectionNotToPublication,
    `${SERVERS}clients: { connexions: { A: { vers: serveur, port: } } }\n`,
  );
});

test("copies the target's pair", () => {
  const text = `${SERVERS}routeur: { redirections: { Web: { vers: relais, port: 80 } } } # à demander\n`;
  checkFix(connectionNotToPublication, text, text.replace("port: 80", "port: 49301"));
});

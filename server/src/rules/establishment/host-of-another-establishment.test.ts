import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { hostOfAnotherEstablishment } from "./host-of-another-establishment.ts";

const HOSTED = "etablissement: { rne: 0759998K }\nhebergement: { mode: heberge }\n";
const says = (host: string) =>
  `“${host}” is not this establishment's: in hosted mode the RNE 0759998K is found at 0759998K.index-education.net. Elsewhere nobody reaches it, or another school is reached.`;

test("reports a host that is not made of the RNE", () => {
  checkRule(
    hostOfAnotherEstablishment,
    `${HOSTED}serveurs: { serveur: { adresse: 0759914U.index-education.net } }
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says("0759914U.index-education.net")}
`,
  );
  checkRule(
    hostOfAnotherEstablishment,
    `${HOSTED}espaces:
  adresse: https://0759914u.index-education.net/pronote/
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says("0759914u.index-education.net")}
`,
  );
});

test("is reported on the RNE where a base writes the address", () => {
  checkRule(
    hostOfAnotherEstablishment,
    `
#- base.pronote.yaml
serveurs: { pronote-net: { adresse: 0759914U.index-education.net } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { rne: 0759998K }
#                     ^^^^^^^^ ${says("0759914U.index-education.net")}
hebergement: { mode: heberge }
`,
  );
});

test("accepts its own in any case, and is silent without what it needs", () => {
  checkRule(
    hostOfAnotherEstablishment,
    `${HOSTED}serveurs: { serveur: { adresse: 0759998k.index-education.net } }\n`,
  );
  checkRule(
    hostOfAnotherEstablishment,
    `${HOSTED}serveurs: { serveur: { adresse: RNE.index-education.net } }\n`,
  );
  checkRule(
    hostOfAnotherEstablishment,
    "hebergement: { mode: heberge }\nserveurs: { serveur: { adresse: a.exemple.fr } }\n",
  );
  checkRule(
    hostOfAnotherEstablishment,
    "etablissement: { rne: 0759998K }\nserveurs: { serveur: { adresse: a.exemple.fr } }\n",
  );
});

test("writes the host anew and keeps the rest of the address", () => {
  checkFix(
    hostOfAnotherEstablishment,
    `${HOSTED}espaces: { adresse: "https://0759914u.index-education.net/pronote/" }\n`,
    `${HOSTED}espaces: { adresse: "https://0759998K.index-education.net/pronote/" }\n`,
  );
});

import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { rneOfAnotherEstablishment } from "./rne-of-another-establishment.ts";

const says = (text: string) =>
  `“${text}” contains the RNE of another establishment, 0759914U; this one's is 0759998K. It was probably copied from there.`;

test("reports addresses and names that bear another RNE", () => {
  checkRule(
    rneOfAnotherEstablishment,
    `
etablissement: { rne: 0759998K }
communication:
  e-mails:
    expediteur: { adresse: ce.0759914u@ac-exemple.fr }
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^ ${says("ce.0759914u@ac-exemple.fr")}
    comptes-etablissement:
      Secrétariat:
        adresse: s.0759914U@ac-exemple.fr
#                ^^^^^^^^^^^^^^^^^^^^^^^^ ${says("s.0759914U@ac-exemple.fr")}
base: { nom: 0759914U 2026-2027 }
#            ^^^^^^^^^^^^^^^^^^ ${says("0759914U 2026-2027")}
`,
  );
});

test("accepts the own RNE, what merely looks like one, and several in a cité scolaire", () => {
  checkRule(
    rneOfAnotherEstablishment,
    "etablissement: { rne: 0759998K }\ncommunication: { e-mails: { expediteur: { adresse: ce.0759998k@ac-exemple.fr, nom: Réf 0759914A } } }\n",
  );
  checkRule(
    rneOfAnotherEstablishment,
    "etablissement: { rne: 0759998K, type: cite-scolaire }\nbase: { nom: 0759914U }\n",
  );
  checkRule(rneOfAnotherEstablishment, "etablissement: { rne: 0759998A }\nbase: { nom: 0759914U }\n");
});

test("leaves the hosted host to the rule about hosts", () => {
  checkRule(
    rneOfAnotherEstablishment,
    "etablissement: { rne: 0759998K }\nhebergement: { mode: heberge }\nserveurs: { serveur: { adresse: 0759914U.index-education.net } }\n",
  );
});

test("writes the own RNE, in lower case where the other was", () => {
  const text =
    "etablissement: { rne: 0759998K }\ncommunication: { e-mails: { expediteur: { adresse: ce.0759914u@ac-exemple.fr } } }\n";
  checkFix(rneOfAnotherEstablishment, text, text.replace("0759914u", "0759998k"));
});

test("is silent on a hosted address in self-hosted mode, which is another fault", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: Lycée }
hebergement: { mode: non-heberge }
serveurs: { serveur: { adresse: 0759901E.index-education.net } }
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hosted-host-when-self-hosted: “adresse” is “0759901E.index-education.net”, but “mode” (“Hosting”) says “non-heberge”. Addresses in index-education.net belong to bases that Index Éducation hosts. A Server of one's own has an address of the establishment.
`);
});

/** Conditions of constraints, by the lines of the schema that use them. */
import { describe, test } from "vitest";
import { checkFindings, checkRule } from "../../../../test/support/check.ts";

describe("a condition on any value", () => {
  const rule = { id: "relais-without-clients" };
  const relais = "serveurs: { relais: { adresse: 10.0.0.6, port: 49300 } }\n";

  test("is not met if no value meets it", () => {
    checkRule(
      rule,
      `
serveurs: { relais: { adresse: 10.0.0.6, port: 49300 } }
#           ^^^^^^ “relais” has no effect: “vers” (“PRONOTE Clients > Connections”) is nowhere “relais”. A Relais is there so that Clients do not connect to the Server itself. If all of them do, it may be of no use.
clients: { connexions: { A: serveur, B: serveur } }
`,
    );
  });

  test("is met if one does, and undecided while one is not written", () => {
    for (const connexions of [
      "{ A: serveur, B: relais }",
      "{ A: serveur, B: }",
      "{}",
      "{ A: ~ }",
      "{ A: seveur }",
    ])
      checkRule(rule, `${relais}clients: { connexions: ${connexions} }\n`);
    checkRule(rule, relais);
  });

  test("is undecided while only a base lists the things: the establishment may have more", () => {
    checkRule(
      rule,
      `
#- base.pronote.yaml
clients: { connexions: { A: serveur } }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
${relais}`,
    );
  });
});

describe("unless", () => {
  test("silences a line where one of its conditions is met", () => {
    const rule = { id: "transfer-file-when-hosted" };
    const hosted = "hebergement: { mode: heberge }\n";
    checkRule(
      rule,
      `
hebergement: { mode: heberge }
edt: { transfert: { fichier: edt.zip } }
#                   ^^^^^^^ “fichier” has no effect while “mode” (“Hosting”) is “heberge”. The first transfer into a hosted base goes straight to its Server: there is no .zip to fetch. A file only serves a Server of one's own, or later transfers that a Client imports.
`,
    );
    checkRule(rule, `${hosted}edt: { transfert: { mode: manuel, fichier: edt.zip } }\n`);
    checkRule(rule, `${hosted}edt: { mise-a-jour: par-transfert, transfert: { fichier: edt.zip } }\n`);
  });
});

test("findings of a rule that is written by hand and of a line, with one cause, are one finding", () => {
  checkFindings(`
espaces:
  parents: { rubriques: { notes: { publie: false, releve: true, delai-publication: 1 } } }
#                                                         ^^^^ option-of-unpublished-rubrique: “releve” is ticked, but the section “notes” is not published: it will not show.
`);
});

test("a hosting mode that all the rest contradicts is unknown, and the only finding", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: Lycée }
hebergement: { mode: non-heberge }
#                    ^^^^^^^^^^^ contradicted-value: “non-heberge” is contradicted by all 3 values that depend on it: they agree on “heberge”.
serveurs: { serveur: { adresse: 0759998K.index-education.net }, pronote-net: { adresse: 0759998K.index-education.net } }
espaces: { adresse: "https://0759998K.index-education.net/pronote/" }
`);
});

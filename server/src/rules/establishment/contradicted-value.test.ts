import { expect, test } from "vitest";
import { checkFindings, checkFix, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { contradictedValue } from "./contradicted-value.ts";

const school = (rest: string) =>
  `etablissement: { rne: 0759998K, nom: Collège, annee-scolaire: ${rest.startsWith("2") ? rest : `2026-2027 }\n${rest}`}`;
const PERIODES = `periodes:
  semestriel:
    Semestre 1: { debut: 2026-09-01, fin: 2027-01-29 }
    Semestre 2: { debut: 2027-02-01, fin: 2027-07-02 }
`;
const idsIn = (text: string) => findingsIn(fixture(text)).map(({ id }) => id);

test("a school year that all days contradict is told once", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: Collège, annee-scolaire: 2025-2026 }
#                                                             ^^^^^^^^^ contradicted-value: “2025-2026” is contradicted by all 5 values that depend on it: they agree on “2026-2027”.
imports: { stsweb: { fichier: sts_emp_0759998K_2026.xml } }
rencontres: { sessions: { Printemps: { date: 2027-04-01 } } }
${PERIODES}`);
});

test("a school year that some days agree with is not; each of the others is told", () => {
  const mixed = PERIODES.replace("2026-09-01", "2025-09-01");
  expect(idsIn(school(`2025-2026 }\n${mixed}`))).toEqual(Array(3).fill("periode-outside-school-year"));
});

test("two days are too few to tell which is wrong", () => {
  const two = "periodes: { annee-continue: { Année: { debut: 2026-09-01, fin: 2027-07-02 } } }\n";
  expect(idsIn(school(`2025-2026 }\n${two}`))).toEqual(Array(2).fill("periode-outside-school-year"));
});

test("a year that is none, and one in the south, are not compared", () => {
  expect(idsIn(school(`2025-2027 }\n${PERIODES}`))).toEqual(["school-year-not-consecutive"]);
  expect(idsIn(school(`2027-2028 }\n${PERIODES}`).replace("0759998K", "9830002K"))).not.toContain(
    "contradicted-value",
  );
});

test("an RNE that all addresses and files contradict is told once", () => {
  const text = `
etablissement: { rne: 0750677D, nom: Collège }
#                     ^^^^^^^^ contradicted-value: “0750677D” is contradicted by all 3 values that depend on it: they agree on “0759998K”.
hebergement: { mode: heberge }
serveurs: { serveur: { adresse: 0759998K.index-education.net }, pronote-net: { adresse: 0759998K.index-education.net } }
communication: { e-mails: { expediteur: { nom: Collège, adresse: ce.0759998k@ac-exemple.fr } } }
`;
  checkFindings(text);
  checkFix(contradictedValue, text, text.replace("0750677D", "0759998K"));
  expect(idsIn(text.replace("ce.0759998k", "ce.0750677d"))).toEqual(
    Array(2).fill("host-of-another-establishment"),
  );
});

test("a hosting mode that all keys of the other mode contradict is told once", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: Lycée }
hebergement: { mode: heberge }
#                    ^^^^^^^ contradicted-value: “heberge” is contradicted by all 4 values that depend on it: they agree on “non-heberge”.
serveurs:
  serveur: { adresse: pronote.exemple.fr }
  pronote-net: { ip-fixe: 203.0.113.1 }
clients: { recherche-reseau: true }
routeur: { redirections: { Web: pronote-net } }
edt: { transfert: { mode: manuel } }
`);
  checkFindings(`
etablissement: { rne: 0759998K, nom: Lycée }
hebergement: { mode: non-heberge, numero: "000123456789", bascule: { date: 2026-08-20 } }
#                    ^^^^^^^^^^^ contradicted-value: “non-heberge” is contradicted by all 3 values that depend on it: they agree on “heberge”.
serveurs: { serveur: { adresse: 0759998K.index-education.net } }
`);
});

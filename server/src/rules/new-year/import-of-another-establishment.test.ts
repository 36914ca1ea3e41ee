import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { importOfAnotherEstablishment } from "./import-of-another-establishment.ts";

const school = (file: string) =>
  `“${file}” belongs to the establishment 0759914U, not to 0759998K: its teachers would be imported.`;
const year = (file: string) =>
  `“${file}” is for the year 2025, and the school year is 2026-2027: the data of another year would be imported.`;

test("reports a file of another establishment or of another year", () => {
  checkRule(
    importOfAnotherEstablishment,
    `
etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }
imports:
  stsweb: sts_emp_0759914U_2025.xml
#         ^^^^^^^^^^^^^^^^^^^^^^^^^ ${school("sts_emp_0759914U_2025.xml")}
  siecle:
    fichiers: [ElevesAvecAdresses.xml, ExportXML_0759914u.zip]
#                                      ^^^^^^^^^^^^^^^^^^^^^^ ${school("ExportXML_0759914u.zip")}
`,
  );
  checkRule(
    importOfAnotherEstablishment,
    `
etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }
imports: { stsweb: { fichier: sts_emp_0759998K_2025.xml } }
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^ ${year("sts_emp_0759998K_2025.xml")}
`,
  );
});

test("is silent in a cité scolaire, on other names, and without what it compares with", () => {
  checkRule(
    importOfAnotherEstablishment,
    "etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }\nimports: { stsweb: sts_emp_0759998K_2026.xml }\n",
  );
  checkRule(
    importOfAnotherEstablishment,
    "etablissement: { rne: 0759998K, type: cite-scolaire }\nimports: { stsweb: sts_emp_0759914U_2025.xml }\n",
  );
  checkRule(
    importOfAnotherEstablishment,
    "etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }\nimports: { stsweb: sts.xml }\n",
  );
  checkRule(importOfAnotherEstablishment, "imports: { stsweb: sts_emp_0759914U_2025.xml }\n");
  checkRule(
    importOfAnotherEstablishment,
    "etablissement: { rne: 0759998K }\nimports: { stsweb: sts_emp_0759914A_2025.xml }\n",
  );
});

test("offers the name with one's own RNE or year", () => {
  const text =
    "etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }\nimports: { stsweb: sts_emp_0759914U_2026.xml }\n";
  checkFix(importOfAnotherEstablishment, text, text.replace("0759914U", "0759998K"));
  const old = text.replace("0759914U_2026", "0759998K_2025");
  checkFix(importOfAnotherEstablishment, old, old.replace("_2025", "_2026"));
});

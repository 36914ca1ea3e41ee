import { test } from "vitest";
import { checkFindings, checkFix, checkRule } from "../../../../test/support/check.ts";
import { applicationOfAnotherYear } from "./application-of-another-year.ts";

const says = (name: string, one: number, other: number) =>
  `“${name}” is the version of ${one} and PRONOTE that of ${other}: applications of different years may not work together.`;

test("reports an application of another year than PRONOTE", () => {
  checkRule(
    applicationOfAnotherYear,
    `
etablissement: { annee-scolaire: 2026-2027 }
clients: { version: 2025 }
#                   ^^^^ ${says("clients", 2025, 2026)}
serveurs:
  serveur:
    version: 2026
`,
  );
  checkRule(
    applicationOfAnotherYear,
    `
etablissement: { version: 2025 }
edt: { version: 2026 }
#               ^^^^ ${says("edt", 2026, 2025)}
`,
  );
});

test("is silent where the version of PRONOTE itself is reported", () => {
  checkFindings(`
etablissement: { rne: 0759998K, nom: École, annee-scolaire: 2026-2027, version: 2025 }
#                                                                               ^^^^ version-of-another-year: “version” is “2025”, but “annee-scolaire” says “2026-2027”. The applications are renewed each year, and the version of a school year may be that of its first year. Without this key, the version follows.
edt: { version: 2026 }
`);
});

test("is reported on the school's year where a base writes the version", () => {
  checkRule(
    applicationOfAnotherYear,
    `
#- base.pronote.yaml
edt: { version: 2025 }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
etablissement: { annee-scolaire: 2026-2027 }
#                                ^^^^^^^^^ ${says("edt", 2025, 2026)}
`,
  );
});

test("is silent where no year is known", () => {
  checkRule(applicationOfAnotherYear, "clients: { version: 2025 }\nedt: { version: 2026 }\n");
  checkRule(applicationOfAnotherYear, "etablissement: { annee-scolaire: }\nclients: { version: 2025 }\n");
});

test("writes the year of PRONOTE", () => {
  const text = "etablissement: { version: 2026 }\nclients: { version: 2025 }\n";
  checkFix(applicationOfAnotherYear, text, text.replace("2025", "2026"));
});

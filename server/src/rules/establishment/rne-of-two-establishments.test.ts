import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { rneOfTwoEstablishments } from "./rne-of-two-establishments.ts";

const says =
  "“0759998K” is already the RNE of another establishment here: both would be set up on one base. One of them was probably copied.";

test("reports the second of two establishments with one RNE", () => {
  checkRule(
    rneOfTwoEstablishments,
    `
#- a/etablissement.pronote.yaml
etablissement: { rne: 0759998K }
#- b/etablissement.pronote.yaml
etablissement:
  rne: "0759998K"
#      ^^^^^^^^^^ ${says}
#- c/etablissement.pronote.yaml
etablissement: { rne: 0759901E }
`,
  );
});

test("is silent on different years, on what is no RNE, and on members of one establishment", () => {
  checkRule(
    rneOfTwoEstablishments,
    `
#- a/etablissement.pronote.yaml
etablissement: { rne: 0759998K, annee-scolaire: 2026-2027 }
#- b/etablissement.pronote.yaml
etablissement: { rne: 0759998K, annee-scolaire: 2025-2026 }
`,
  );
  checkRule(
    rneOfTwoEstablishments,
    `
#- a/etablissement.pronote.yaml
etablissement: { rne: RNE }
#- b/etablissement.pronote.yaml
etablissement: { rne: RNE }
#- c/etablissement.pronote.yaml
etablissement: { rne: }
`,
  );
});

import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { sourceOfOtherHostingMode } from "./source-of-other-hosting-mode.ts";

const HOSTED =
  "“fichier-preparation” is for a base of one's own: in hosted mode Index Éducation archives the old base in early July. Write: archive";
const OWN =
  "“archive” exists in hosted mode only: here the file comes from Fichier > Préparer l'année suivante. Write: fichier-preparation";

test("reports the source of the other mode", () => {
  checkRule(
    sourceOfOtherHostingMode,
    `
hebergement: { mode: heberge }
recuperation: { source: fichier-preparation }
#                       ^^^^^^^^^^^^^^^^^^^ ${HOSTED}
`,
  );
  checkRule(
    sourceOfOtherHostingMode,
    `
hebergement: { mode: non-heberge }
recuperation:
  source: archive
#         ^^^^^^^ ${OWN}
`,
  );
});

test("is reported on the mode where a base writes the source", () => {
  checkRule(
    sourceOfOtherHostingMode,
    `
#- base.pronote.yaml
recuperation: { source: archive }
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: non-heberge }
#                    ^^^^^^^^^^^ ${OWN}
`,
  );
});

test("is silent without a mode, and on the right source", () => {
  checkRule(sourceOfOtherHostingMode, "recuperation: { source: archive }\n");
  checkRule(sourceOfOtherHostingMode, "hebergement: { mode: heberge }\nrecuperation: { source: archive }\n");
});

test("switches the source, or removes it", () => {
  const text =
    "hebergement: { mode: heberge }\nrecuperation: { source: fichier-preparation, utilisateurs: true }\n";
  checkFix(sourceOfOtherHostingMode, text, text.replace("fichier-preparation", "archive"));
  checkFix(sourceOfOtherHostingMode, text, text.replace("source: fichier-preparation, ", ""), 1);
});

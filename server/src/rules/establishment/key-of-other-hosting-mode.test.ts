import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { keyOfOtherHostingMode } from "./key-of-other-hosting-mode.ts";

const HOSTED =
  "exists in self-hosted mode only, and “mode” is “heberge”: here Index Éducation runs the Server and PRONOTE.net.";

test("reports keys for self-hosting in hosted mode", () => {
  checkRule(
    keyOfOtherHostingMode,
    `
  hebergement: { mode: heberge, numero: "000123456789" }
  serveurs:
    relais: { adresse: 192.0.2.11 }
#   ^^^^^^ “relais” ${HOSTED}
    pronote-net:
      ip-fixe: 192.0.2.12
#     ^^^^^^^ “ip-fixe” ${HOSTED}
  routeur: { redirections: { Web: pronote-net } }
# ^^^^^^^ “routeur” ${HOSTED}
`,
  );
});

test("reports keys for hosting in self-hosted mode", () => {
  checkRule(
    keyOfOtherHostingMode,
    `
hebergement: { mode: non-heberge, numero: "000123456789" }
#                                 ^^^^^^ “numero” exists in hosted mode only, and “mode” is “non-heberge”: here the establishment runs PRONOTE on machines of its own.
`,
  );
});

const BASE = (mark: string) => `
#- base.pronote.yaml
  routeur: { redirections: { Web: pronote-net } }
${mark}#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: heberge }
`;
const OTHER_HEIR = (mode: string) => `#- lycee/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
hebergement: { mode: ${mode} }
`;

test("a base's key is reported once, in the base, and only where no heir has the mode that it is for", () => {
  checkRule(keyOfOtherHostingMode, BASE(`# ^^^^^^^ “routeur” ${HOSTED}\n`));
  const both = `# ^^^^^^^ “routeur” ${HOSTED} (2 of 2 establishments)\n`;
  checkRule(keyOfOtherHostingMode, BASE(both) + OTHER_HEIR("heberge"));
  checkRule(keyOfOtherHostingMode, BASE("") + OTHER_HEIR("non-heberge"));
});

test("is silent without a mode, and on values without effect", () => {
  checkRule(keyOfOtherHostingMode, "hebergement: { mode: heberge, numero: 000123456789 }\n");
  checkRule(keyOfOtherHostingMode, "serveurs: { relais: { port: 49301 } }\n");
  checkRule(
    keyOfOtherHostingMode,
    `
hebergement: { mode: heberge }
routeur: {}
clients: { recherche-reseau: false }
serveurs: { relais: }
`,
  );
});

test("removes the key and keeps the comments, or switches the mode", () => {
  const text = `
hebergement: { mode: heberge } # choisi en mai
serveurs:
  # le Serveur
  serveur: { port: 49300 }
  relais:
    port: 49301
  # PRONOTE.net
  pronote-net: { publie: true }
`;
  checkFix(keyOfOtherHostingMode, text, text.replace("  relais:\n    port: 49301\n", ""));
  checkFix(keyOfOtherHostingMode, text, text.replace("mode: heberge", "mode: non-heberge"), 1);
});

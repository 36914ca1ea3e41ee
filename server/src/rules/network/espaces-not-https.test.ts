import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { espacesNotHttps } from "./espaces-not-https.ts";

const says = (text: string) =>
  `“${text}” is not encrypted: passwords and grades could be read on the way. PRONOTE.net publishes in HTTPS too.`;

test("reports a publication in clear, once", () => {
  checkRule(
    espacesNotHttps,
    `
serveurs: { pronote-net: { protocole: http } }
#                                     ^^^^ ${says("http")}
espaces:
  adresse: http://pronote.exemple.fr/pronote/
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says("http://pronote.exemple.fr/pronote/")}
`,
  );
});

test("accepts HTTPS, and what is not decided", () => {
  checkRule(
    espacesNotHttps,
    "serveurs: { pronote-net: { protocole: https, adresse: pronote.exemple.fr } }\n",
  );
  checkRule(espacesNotHttps, 'espaces: { adresse: "https://pronote.exemple.fr/pronote/" }\n');
});

test("writes https", () => {
  checkFix(
    espacesNotHttps,
    "serveurs: { pronote-net: { protocole: http } }\n",
    "serveurs: { pronote-net: { protocole: https } }\n",
  );
});

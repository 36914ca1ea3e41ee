import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { entParametersByHand } from "./ent-parameters-by-hand.ts";

const says = (nom: string) =>
  `“${nom}” is in PRONOTE's list: choosing it fetches all parameters, and a “url-cas” of one's own may go out of date.`;

test("reports an address beside an ENT of the list, however it is spelt", () => {
  checkRule(
    entParametersByHand,
    `
ent: { nom: Atrium, url-cas: https://cas.exemple.fr/ }
#                   ^^^^^^^ ${says("Atrium")}
`,
  );
  checkRule(
    entParametersByHand,
    `
ent:
  nom: eclat-bfc
  url-cas: https://cas.exemple.fr/
# ^^^^^^^ ${says("Éclat-BFC")}
`,
  );
});

test("is silent on another ENT, and on an address alone", () => {
  checkRule(entParametersByHand, "ent: { nom: ENT de la vallée, url-cas: https://cas.exemple.fr/ }\n");
  checkRule(entParametersByHand, "ent: { url-cas: https://cas.exemple.fr/ }\n");
  checkRule(entParametersByHand, "ent: { nom: Atrium, url-cas: }\n");
});

test("removes the address", () => {
  const text =
    "ent:\n  nom: Atrium\n  # ancienne adresse\n  url-cas: https://cas.exemple.fr/\n  actif: true\n";
  checkFix(entParametersByHand, text, text.replace("  url-cas: https://cas.exemple.fr/\n", ""));
});

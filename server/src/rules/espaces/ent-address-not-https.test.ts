import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { entAddressNotHttps } from "./ent-address-not-https.ts";

const says =
  "“http://cas.exemple.fr/” is not encrypted: the identities that pass between the ENT and PRONOTE could be read on the way. Write: https://…";

test("reports an address in clear", () => {
  checkRule(
    entAddressNotHttps,
    `
ent: { url-cas: http://cas.exemple.fr/ }
#               ^^^^^^^^^^^^^^^^^^^^^^ ${says}
`,
  );
  checkRule(
    entAddressNotHttps,
    `
#- base.pronote.yaml
ent:
  url-cas: http://cas.exemple.fr/
#          ^^^^^^^^^^^^^^^^^^^^^^ ${says}
#- ecole/etablissement.pronote.yaml
herite-de: ../base.pronote.yaml
`,
  );
});

test("accepts https, and leaves another shape alone", () => {
  checkRule(entAddressNotHttps, "ent: { url-cas: https://cas.exemple.fr/ }\n");
  checkRule(entAddressNotHttps, "ent: { url-cas: cas.exemple.fr }\n");
});

test("writes https", () => {
  checkFix(
    entAddressNotHttps,
    "ent: { url-cas: http://cas.exemple.fr/ }\n",
    'ent: { url-cas: "https://cas.exemple.fr/" }\n',
  );
});

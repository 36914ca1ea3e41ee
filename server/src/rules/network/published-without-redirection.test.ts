import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { publishedWithoutRedirection } from "./published-without-redirection.ts";

const says =
  "PRONOTE.net is published, and none of these redirections leads to “pronote-net”: from outside nobody reaches the Espaces.";
const PUBLISHED = "hebergement: { mode: non-heberge }\nserveurs: { pronote-net: { publie: true } }\n";

test("reports redirections of which none leads to PRONOTE.net", () => {
  checkRule(
    publishedWithoutRedirection,
    `${PUBLISHED}routeur: { redirections: { Clients: relais } }
#          ^^^^^^^^^^^^ ${says}
`,
  );
});

test("is silent where one leads there, nothing is listed, or something is unfinished", () => {
  checkRule(
    publishedWithoutRedirection,
    "hebergement: { mode: heberge }\nserveurs: { pronote-net: { publie: true } }\nrouteur: { redirections: { Clients: relais } }\n",
  );
  checkRule(
    publishedWithoutRedirection,
    `${PUBLISHED}routeur:\n  redirections:\n    Clients: relais\n    Web: "pronote-net\n`,
  );
  checkRule(
    publishedWithoutRedirection,
    `${PUBLISHED}routeur: { redirections: { Clients: relais, Web: pronote-net } }\n`,
  );
  checkRule(publishedWithoutRedirection, `${PUBLISHED}routeur: { redirections: {} }\n`);
  checkRule(
    publishedWithoutRedirection,
    `${PUBLISHED}routeur: { redirections: { Clients: relais, Web: } }\n`,
  );
  checkRule(
    publishedWithoutRedirection,
    `${PUBLISHED}routeur: { redirections: { Clients: relais, Web: { port: 80 } } }\n`,
  );
  checkRule(
    publishedWithoutRedirection,
    "hebergement: { mode: non-heberge }\nrouteur: { redirections: { Clients: relais } }\n",
  );
});

test("inserts a redirection", () => {
  const text = `${PUBLISHED}routeur:\n  redirections:\n    Clients: relais # depuis 2024\n`;
  checkFix(publishedWithoutRedirection, text, `${text}    PRONOTE.net: pronote-net\n`);
});

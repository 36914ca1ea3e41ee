import { test } from "vitest";
import { checkFix, checkRule } from "../../../../test/support/check.ts";
import { rneCheckLetter } from "./rne-check-letter.ts";

const why = "The addresses of the Server and of the Espaces are built from it.";

test("reports a letter that does not fit the digits", () => {
  checkRule(
    rneCheckLetter,
    `
etablissement: { rne: 0759901A }
#                     ^^^^^^^^ “0759901A” is not a valid RNE: the letter that goes with the digits 0759901 is E. ${why}
`,
  );
  checkRule(
    rneCheckLetter,
    `
etablissement:
  rne: "0759998I"
#      ^^^^^^^^^^ “0759998I” is not a valid RNE: the letter that goes with the digits 0759998 is K. ${why}
`,
  );
});

test.each(["0759901E", "0759902F", "0759914U", "6209905X", "9719907S"])("accepts %s", (rne) => {
  checkRule(rneCheckLetter, `etablissement: { rne: ${rne} }\n`);
});

test("leaves another shape to the rule about shapes", () => {
  checkRule(rneCheckLetter, "etablissement: { rne: 075991A }\n");
  checkRule(rneCheckLetter, "etablissement: { rne: }\n");
});

test("offers the letter", () => {
  checkFix(
    rneCheckLetter,
    "etablissement: { rne: 0759901A } # à vérifier\n",
    "etablissement: { rne: 0759901E } # à vérifier\n",
  );
});

import { expect, test } from "vitest";
import { checkFindings, checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { localizerFor } from "../../base/localize.ts";
import { rneShape } from "./rne-shape.ts";

const says = "An RNE number is made of seven digits and a capital letter, such as 0759998K;";

test("reports another shape, once", () => {
  checkFindings(`
etablissement: { nom: A, rne: 075991A }
#                             ^^^^^^^ rne-shape: ${says} “075991A” has 6 digits.
`);
  checkRule(
    rneShape,
    `
etablissement:
  rne: 0759998
#      ^^^^^^^ ${says} “0759998” has no letter at its end.
`,
  );
});

test.each([
  ["0759998k", "a small letter", "0759998K", "sure"],
  ["075 9998 K", "spaces or signs in it", "0759998K", "sure"],
  ["075999OK", "the letter O in the place of a zero", undefined, undefined],
  ["O759998K", "the letter O in the place of a zero", "0759998K", "probable"],
  ["759998K", "6 digits", "0759998K", "probable"],
  ["0759998", "no letter at its end", "0759998K", "probable"],
  ["RNE", "another shape", undefined, undefined],
  ['""', "nothing in it", undefined, undefined],
])("names the oddity of %s, and offers what was meant", (rne, oddity, meant, safety) => {
  const [finding] = findingsIn(fixture(`etablissement: { nom: A, rne: ${rne} }\n`));
  expect(finding?.id).toBe("rne-shape");
  expect(finding && localizerFor("en")(finding.message)).toMatch(new RegExp(` has ${oddity}\\.$`));
  expect(finding?.fixes?.[0]?.edits[0]?.newText).toBe(meant);
  expect(finding?.fixes?.[0]?.safety).toBe(safety);
});

test("keeps the text around the number", () => {
  checkFix(
    rneShape,
    'etablissement: { rne: "0759998k", nom: A }\n',
    "etablissement: { rne: 0759998K, nom: A }\n",
  );
});

test("is silent on what is unfinished", () => {
  checkRule(rneShape, "etablissement: { rne: 0759998A }\n");
  checkRule(rneShape, "etablissement: { rne: }\n");
});

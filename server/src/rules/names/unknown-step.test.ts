import { expect, test } from "vitest";
import { checkFix, checkRule, findingsIn } from "../../../../test/support/check.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { unknownStep } from "./unknown-step.ts";

test("reports a line that ticks no step, in any file", () => {
  checkRule(
    unknownStep,
    `
deroulement:
  licences: { fait: 2026-08-24 }
  revue-profil-professeurs: { fait: 2026-08-24 }
 #^^^^^^^^^^^^^^^^^^^^^^^^ No step of the checklist is called “revue-profil-professeurs”: what is written here counts for none. The nearest: “revue-profils-professeurs”.
  blabla: { fait: 2026-08-24 }
 #^^^^^^ No step of the checklist is called “blabla”: what is written here counts for none.
  C302: ~
`,
  );
});

test("offers the nearest step", () => {
  checkFix(
    unknownStep,
    'deroulement: { "licence": { fait: 2026-08-24 } }\n',
    "deroulement: { licences: { fait: 2026-08-24 } }\n",
  );
});

test("is not mended unasked: another step may be meant", () => {
  const [finding] = findingsIn(fixture("deroulement: { licence: { fait: 2026-08-24 } }\n")).filter(
    ({ id }) => id === unknownStep.id,
  );
  expect(finding?.fixes?.map(({ safety }) => safety)).toEqual(["probable"]);
});

test("knows a step by its title", () => {
  const after = "deroulement: { licences: { fait: 2026-08-24 } }\n";
  checkFix(unknownStep, after.replace("licences", "Acquérir les licences"), after);
  checkFix(unknownStep, after.replace("licences", "Acquire the licences"), after);
});

import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { absurdCoefficient } from "./absurd-coefficient.ts";

test("reports a huge coefficient, of a service, a period and a part", () => {
  checkRule(
    absurdCoefficient,
    `
classes:
  6A:
    services:
      FRANC:
        coefficient: 100
        #            ^^^ A coefficient of 100 would drown every other: 99 at most is usual.
        coefficient-par-periode: { Trimestre 1: 1e3, Trimestre 2: 3 }
        #                                       ^^^ A coefficient of 1000 would drown every other: 99 at most is usual.
        sous-services: { Oral: { coefficient: 250 } }
        #                                     ^^^ A coefficient of 250 would drown every other: 99 at most is usual.
`,
  );
});

test("is silent up to 99, and on what is no number", () => {
  checkRule(
    absurdCoefficient,
    "groupes-eleves: { G: { services: { A: { coefficient: 99 }, B: { coefficient: cent }, C: { coefficient: } } } }\n",
  );
});

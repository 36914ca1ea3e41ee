import { test } from "vitest";
import { checkRule } from "../../../../test/support/check.ts";
import { tickInTheFuture } from "./tick-in-the-future.ts";

test("reports a tick and a list of a day to come", () => {
  checkRule(
    tickInTheFuture,
    `
deroulement:
  licences: { fait: 2026-09-24 }
 #                  ^^^^^^^^^^ “licences” is ticked for 24 September 2026, a day that is still to come.
  services-par-classe: { preuve: { liste: services, du: 2027-08-20, ecarts: 0 } }
 #                                                      ^^^^^^^^^^ This list is said to be of 20 August 2027, a day that is still to come.
`,
  );
});

test("is silent on today, tomorrow, the past, what is to be done, and no real day", () => {
  for (const day of ["2026-08-25", "2026-08-26", "2020-01-01", "2026-09-31"])
    checkRule(tickInTheFuture, `deroulement: { licences: { fait: ${day}, avant: 2030-01-01 } }\n`);
});

import { expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { severitiesFrom, withSeverities } from "./severities.ts";

const found = findingsIn(fixture("matieres:\nespaces: { parents: { publie: oui } }\n"));

test("findings get the severity from the settings, or are left out if it is off", () => {
  const { severities, problems } = severitiesFrom({ unfinished: "off", "boolean-word": "hint" });
  expect(problems).toEqual([]);
  expect(withSeverities(found, severities).map(({ id, rule }) => [id, rule.severity])).toEqual([
    ["boolean-word", "hint"],
  ]);
});

test("without settings for its rules, the list is the same object", () => {
  for (const settings of [undefined, null, {}, { "rne-shape": "off" }])
    expect(withSeverities(found, severitiesFrom(settings).severities)).toBe(found);
});

test("unknown rules and severities are reported", () => {
  const { severities, problems } = severitiesFrom({ "bolean-word": "off", unfinished: "fatal" });
  expect(severities.size).toBe(0);
  expect(problems.map(({ text, args }) => [text, ...args])).toEqual([
    ["There is no rule “{0}”. Did you mean “{1}”?", "bolean-word", "boolean-word"],
    [
      "“{0}” is not a severity for “{1}”: {2}.",
      "fatal",
      "unfinished",
      "error, warning, information, hint, off",
    ],
  ]);
});

import { expect, test } from "vitest";
import { findingsIn } from "../../../test/support/check.ts";
import { fixture } from "../../../test/support/fixture.ts";
import { severitiesFrom, withSeverities } from "./severities.ts";

const found = findingsIn(fixture("matieres:\nespaces: { parents: { publie: oui } }\n"));

test("rules get the severity that is set, or are not heard", () => {
  const { severities, problems } = severitiesFrom({ unfinished: "off", "boolean-word": "hint" });
  expect(problems).toEqual([]);
  expect(withSeverities(found, severities).map(({ id, rule }) => [id, rule.severity])).toEqual([
    ["boolean-word", "hint"],
  ]);
});

test("nothing set leaves the list as it is", () => {
  for (const settings of [undefined, null, {}, { "rne-shape": "off" }])
    expect(withSeverities(found, severitiesFrom(settings).severities)).toBe(found);
});

test("what is no rule or no severity is told", () => {
  const { severities, problems } = severitiesFrom({ "bolean-word": "off", unfinished: "fatal" });
  expect(severities.size).toBe(0);
  expect(problems.map(({ text, args }) => [text, ...args])).toEqual([
    ["There is no rule “{0}”. Did you mean “{1}”?", "bolean-word", "boolean-word"],
    ["“{0}” is no severity of “{1}”: {2}.", "fatal", "unfinished", "error, warning, information, hint, off"],
  ]);
});

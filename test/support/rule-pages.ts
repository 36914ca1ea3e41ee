import { pageOf, sourceCodes } from "../../server/src/rules/api/page.ts";
import type { Rule } from "../../server/src/rules/api/rule.ts";
import { citationOf } from "../../server/src/schema/sources.ts";
import { findingsIn } from "./check.ts";
import { fixture } from "./fixture.ts";

type Described = Pick<Rule, "id" | "docs">;

/** The minimum length of an explanation, in characters. */
const MIN_LENGTH = 40;

/**
 * What is missing on a rule's page: its title, both languages, good and bad examples, the source. `hasBadExample` is
 * false for a rule for which no bad example can be written.
 */
export function pageFaults({ id, docs }: Described, hasBadExample = true): readonly string[] {
  const { id: titled, text, bad, good, source } = pageOf(docs);
  return [
    ...(titled === id ? [] : [`it is titled “${titled}”`]),
    ...(["fr", "en"] as const).flatMap((language) =>
      text[language].length < MIN_LENGTH ? [`too little is said in “${language}”`] : [],
    ),
    ...(text.fr.replaceAll("\u00a0", " ") === text.en ? ["it says the same in both languages"] : []),
    ...(bad.length > 0 === hasBadExample ? [] : [hasBadExample ? "no bad example" : "it has a bad example"]),
    ...(good.length > 0 ? [] : ["no good example"]),
    ...(source.length > 3 ? [] : ["no source"]),
    ...sourceCodes({ source }).flatMap((code) =>
      citationOf(code) ? [] : [`its source “${code}” has no citation in schemas/sources.yaml`],
    ),
  ];
}

/** The examples of a page that are wrong: each bad one must be reported by the rule, and no good one by any rule. */
export function exampleFaults({ id, docs }: Described): readonly string[] {
  const { bad, good } = pageOf(docs);
  return [
    ...bad.flatMap((example) => {
      const found = findingsIn(fixture(example)).map((finding) => finding.id);
      return found.includes(id) ? [] : [`not reported, but ${found.join(", ") || "nothing"}:\n${example}`];
    }),
    ...good.flatMap((example) => {
      const fixed = fixture(example);
      return findingsIn(fixed).map(
        ({ id: found, message }) => `reported by ${found}, “${fixed.context.localize(message)}”:\n${example}`,
      );
    }),
  ];
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localizerFor } from "../base/localize.ts";
import { summaryOf } from "./api/page.ts";
import type { Rule } from "./api/rule.ts";
import { families, rules } from "./index.ts";

/** The family whose rules and pages are in `schemas/`. */
const FROM_SCHEMA = "constraints";

test("README.md is the index of rules: `npm run rules-index` makes it anew", async () => {
  await expect(rulesIndex()).toMatchFileSnapshot("README.md");
});

test("every rule is in the folder of its family", () => {
  const listed = families
    .filter(({ folder }) => folder !== FROM_SCHEMA)
    .flatMap(({ folder, rules: own }) => own.map(({ id }) => `${folder}/${id}.md`));
  expect(listed.filter((page) => !existsSync(join(import.meta.dirname, page)))).toEqual([]);
});

/** The index of all rules, in the same order as `rentree explain` lists them. */
function rulesIndex(): string {
  const french = localizerFor("fr");
  const english = localizerFor("en");
  return [
    "# Rules",
    "Made by `npm run rules-index` from the pages of the rules; do not edit it. `rentree explain` prints the same list, `rentree explain <rule>` a page.",
    `${rules.length} rules in ${families.length} families. ${summary()}`,
    ...families.flatMap((family) => [
      `## ${family.folder}`,
      `${english(family.title)}  \n${french(family.title)}`,
      `| rule | severity | in English | en français |\n| --- | --- | --- | --- |\n${family.rules.map((rule) => row(family.folder, rule)).join("\n")}`,
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

function row(folder: string, { id, severity, docs }: Rule): string {
  const texts = (["en", "fr"] as const).map((language) => summaryOf(docs, language).replaceAll("|", "\\|"));
  const name = folder === FROM_SCHEMA ? id : `[${id}](${folder}/${id}.md)`;
  return `| ${name} | ${severity} | ${texts.join(" | ")} |`;
}

function summary(): string {
  const severities = ["error", "warning", "information", "hint"] as const;
  return severities
    .map((severity) => `${severity}: ${rules.filter((rule) => rule.severity === severity).length}`)
    .join(", ")
    .concat(".");
}

test.each(["en", "fr"] as const)("no summary of a rule ends within quotes or brackets: %s", (language) => {
  const summaries = rules.map(({ docs }) => summaryOf(docs, language));
  const isWhole = (text: string) =>
    [/[“«(]/g, /[”»)]/g]
      .map((sign) => text.match(sign)?.length ?? 0)
      .every((count, _, [all]) => count === all);
  expect(summaries.filter((text) => !isWhole(text))).toEqual([]);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analysis } from "../../../../test/support/analysis.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { localizerFor } from "../../base/localize.ts";
import { plan, review } from "../../features/plan.ts";
import { formerSettings } from "../../rollout/changes.ts";
import { jsonPlan } from "./json.ts";
import type { PlanStyle } from "./plan-report.ts";

const page = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
/** The last part of the names in the first column of the page's table. */
const documented = [...page.matchAll(/^\| `(?:[^`]*[.[\]])?([a-zA-Z]+)` \|/gm)].map(([, name = ""]) => name);

const style: PlanStyle = {
  localize: localizerFor("en"),
  language: "en",
  color: false,
  columns: undefined,
  since: "main",
  path: (uri) => uri,
};

const BEFORE = `etablissement: { rne: 0759998K, nom: Collège }
hebergement: { mode: heberge, bascule: { date: 2026-10-01 } }
professeurs: { martin: { nom: MARTIN }, roux: { nom: ROUX } }
profils-professeurs: { Profil 1: { mobile: true } }
classes: { 6A: { services: { FRANC: { coefficient: 2 } } } }
`;
const AFTER = `${BEFORE.replace("mobile: true", "mobile: false").replace(", roux: { nom: ROUX }", "").replace("coefficient: 2", "coefficient: 3")}deroulement: { licences: { pour: a, avant: 2026-09-01 } }\n`;

/** Everything that is printed of these texts, as one object. */
function printed() {
  const { snapshot } = fixture(AFTER).context;
  const context = { analysis, language: "en", uri: (uri: string) => uri } as const;
  const changed = review(snapshot, formerSettings(fixture(BEFORE).context.snapshot), context);
  const text = [
    jsonPlan.begin([], style),
    jsonPlan.plan({ ...plan(snapshot, context), folder: "." }, style),
    jsonPlan.separator,
    jsonPlan.plan({ ...changed.plan, folder: ".", rights: changed.rights }, style),
    jsonPlan.end(style),
  ].join("");
  return JSON.parse(text);
}

/** The names of all fields, but of those that the page describes in one row with what holds them. */
function fieldsOf(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const one of value) fieldsOf(one, found);
  else if (typeof value === "object" && value !== null)
    for (const [key, below] of Object.entries(value)) {
      found.add(key);
      if (!["place", "phase", "profiles", "people"].includes(key)) fieldsOf(below, found);
    }
  return found;
}

test("the page names every field, and no other", () => {
  const json = printed();
  expect(json.version).toBe(1);
  const fields = new Set([...fieldsOf(json)].filter((name) => name !== "establishments"));
  expect([...new Set(documented)].sort()).toEqual([...fields].sort());
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analysis } from "../../../../test/support/analysis.ts";
import { fixture } from "../../../../test/support/fixture.ts";
import { localizerFor } from "../../base/localize.ts";
import { stepsOf } from "../../checklist/steps.ts";
import { standingOf } from "../standing.ts";
import { jsonReport } from "./json-report.ts";

const page = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
/** The names in the first column of the page's table. */
const documented = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name.replace(/\[\]$/, ""));

test("the page names every field", () => {
  const [snapshot] = fixture(`
etablissement: { nom: Collège, rne: 0759998K, annee-scolaire: 2026-2027 }
periodes: { trimestriel: { T1: { debut: 2026-09-01 } } }
`).workspace.snapshots;
  if (!snapshot) throw new Error("no establishment");
  const localize = localizerFor("en");
  const standing = standingOf(
    snapshot,
    stepsOf(snapshot, analysis.establishmentFindings(snapshot)),
    localize,
  );
  const establishments = [{ ...standing, folder: ".", errors: 0, warnings: 0 }];
  const {
    establishments: [one],
    ...top
  } = JSON.parse(jsonReport({ today: "2026-08-25", establishments, findings: [] }, localize));
  expect(documented).toEqual([
    ...["version", "today"].filter((key) => key in top),
    ...Object.keys(one).map((key) => `establishments[].${key}`),
    ...Object.keys(top.inCommon).map((key) => `inCommon.${key}`),
  ]);
});

/**
 * The page “from 0.1 to 0.2” is true: what it says of findings and states is compared with what version 0.1 said of its own
 * examples (`version-0.1/recorded.json`: read by that version on 2026-08-25, with all steps ticked and without a tick; it
 * never changes). After a change of rules or of the checklist: a reason in `support/upgrading.ts` where one is missing,
 * then `npx vitest run --project unit test/upgrading --update` writes the tables of the page anew.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  FINDING_REASONS,
  findingChanges,
  STATE_REASONS,
  stateChanges,
  upgradeSections,
  withSections,
} from "./support/upgrading.ts";
import { workspaceOf } from "./support/workspace.ts";

const workspace = workspaceOf(join(import.meta.dirname, "version-0.1"));
const states = [...stateChanges(workspace, "ticked"), ...stateChanges(workspace, "unticked")];
const findings = findingChanges(workspace);

test("the tables of the page are those of this build", async () => {
  const page = readFileSync(join(import.meta.dirname, "../UPGRADING.md"), "utf8");
  await expect(withSections(page, upgradeSections(workspace))).toMatchFileSnapshot("../UPGRADING.md");
});

test("each change has a reason, and each reason a change", () => {
  for (const [changes, reasons] of [
    [findings, FINDING_REASONS],
    [states, STATE_REASONS],
  ] as const) {
    const keys = new Set(changes.map(({ key }) => key));
    expect([...keys].sort()).toEqual(Object.keys(reasons).sort());
  }
});

test("no tick of version 0.1 is reopened", () => {
  const ticked = stateChanges(workspace, "ticked").filter(({ was }) => was !== "-");
  expect(ticked.filter(({ is }) => is !== "done" && is !== "not-applicable")).toEqual([]);
});

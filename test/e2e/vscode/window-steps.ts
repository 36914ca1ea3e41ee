import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openView, runCommand } from "../../host/workbench.ts";
import { PATIENCE } from "../../support/patience.ts";
import { until } from "./plan-driver.ts";
import { type PlanTexts, textsIn } from "./plan-texts.ts";
import type { UiStep } from "./ui-report.ts";

const SCHOOL = "École 13";
const TICKS = "sud/ecole-13/deroulement.pronote.yaml";

/** Two windows show one folder: what is ticked in one of them is known in the other, and neither writes over the other. */
export function windowSteps(folder: string, language: "en" | "fr"): Record<string, UiStep> {
  const texts = textsIn(language);
  return {
    "ticks of two windows are all kept, and each window knows those of the other": async (page) => {
      const other = await page.context().browser()?.newPage({ viewport: page.viewportSize() });
      if (!other) throw new Error("no browser");
      other.setDefaultTimeout(PATIENCE);
      try {
        await other.goto(page.url());
        await openView(other, "Rentrée");
        await other
          .getByRole("treeitem", { name: /^École \d+, / })
          .first()
          .waitFor();
        const seen: string[] = [];
        for (const window of [page, other, page, other]) {
          await window.bringToFront();
          seen.push(await tickFirst(window, texts, seen));
          await until(`${seen.length} ticks in the file`, () => ticksIn(folder) === seen.length);
        }
      } finally {
        await other.close();
      }
    },
  };
}

/** Ticks the first step that the command offers once it offers none of those ticked before; returns its title. */
async function tickFirst(page: Page, texts: PlanTexts, before: readonly string[]): Promise<string> {
  let title = "";
  await until("a list without what is ticked", async () => {
    await runCommand(page, texts.command("command.checklist.tick"));
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows
      .filter({ hasText: /^École \d/ })
      .first()
      .waitFor();
    await page.keyboard.type(SCHOOL);
    await rows.filter({ hasText: SCHOOL }).first().waitFor();
    await page.keyboard.press("Enter");
    await rows.filter({ hasNotText: SCHOOL }).first().waitFor();
    title = (await rows.first().locator(".label-name").first().textContent()) ?? "";
    if (title !== "" && !before.includes(title)) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await page.keyboard.press("Enter");
  return title;
}

function ticksIn(folder: string): number {
  const file = join(folder, TICKS);
  return existsSync(file) ? readFileSync(file, "utf8").split("c.durand").length - 1 : 0;
}

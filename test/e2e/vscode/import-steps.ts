import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openView } from "../../host/workbench.ts";
import { until } from "./plan-driver.ts";
import type { UiStep } from "./ui-report.ts";

const EXPORT = "sts_emp_0759998K_2026.xml";

/** How a person imports exports. `folder` is that of the workspace, where it is on a disk. */
export function importSteps(folder: string | undefined): Record<string, UiStep> {
  const school = folder && join(folder, "college-des-tilleuls");
  const files = () =>
    school && existsSync(join(school, "importe")) ? readdirSync(join(school, "importe")).length : 0;
  return {
    "the menu of an export tells what importing it would do": async (page) => {
      await importFromMenu(page, EXPORT);
      await dialog(page)
        .getByText(/Collège des Tilleuls ← sts_emp/)
        .waitFor();
      await page.keyboard.press("Escape");
    },
    "the changes are shown before they are made, and discarded": async (page) => {
      await importFromMenu(page, EXPORT);
      await dialog(page).getByRole("button", { name: "Show the Changes" }).click();
      await page.getByText("Refactor Preview").first().waitFor();
      await page.getByRole("button", { name: "Discard" }).click();
      if (files() > 0) throw new Error("something was written");
    },
    "they are applied": async (page) => {
      await importFromMenu(page, EXPORT);
      await dialog(page).getByRole("button", { name: "Show the Changes" }).click();
      await page.getByText("Refactor Preview").first().waitFor();
      await page.getByRole("button", { name: "Apply" }).click();
      await told(page, /^Imported: Collège des Tilleuls/);
      if (school) await until("the files", () => files() >= 3);
    },
  };
}

async function importFromMenu(page: Page, name: string): Promise<void> {
  await openView(page, "Rentrée");
  await page
    .getByRole("treeitem", { name: /Collège des Tilleuls/ })
    .first()
    .waitFor();
  await openView(page, "Explorer");
  await page.getByRole("treeitem", { name }).click({ button: "right" });
  const item = page.getByRole("menuitem", { name: "Import Exports…" });
  await item.hover();
  // A click right after the menu opened would be taken for the end of the one that opened it.
  await page.keyboard.press("Enter");
}

function dialog(page: Page): Locator {
  return page.locator(".monaco-dialog-box");
}

/** Waits for a message: the centre of notifications has those too that are not shown by themselves. */
async function told(page: Page, text: RegExp): Promise<void> {
  await page.locator("#status\\.notifications:has(.codicon-bell-dot)").click();
  await page.locator(".notifications-center").getByText(text).waitFor();
  await page.keyboard.press("Escape");
}

import { openView } from "../../host/workbench.ts";
import { examined } from "./plan-driver.ts";
import type { UiStep } from "./ui-report.ts";

/**
 * What axe finds in every tree of VS Code: the buttons in the head of a view, the place of checkboxes among the tab stops, and
 * that nothing separates a label from what stands behind it.
 */
const FAULTS_OF_VSCODE = ["nested-interactive", "tabindex", "label-content-name-mismatch"];

/** What is examined in the tree of the checklist, once the files are read. */
export function treeSteps(name: string): Record<string, UiStep> {
  return {
    "axe finds no fault in the tree but those that all trees of VS Code have": async (page) => {
      await openView(page, "Rentrée");
      const school = page.getByRole("treeitem", { name }).first();
      if ((await school.getAttribute("aria-expanded")) !== "true") {
        await school.click();
        await school.press("ArrowRight");
      }
      await page.locator('[role=treeitem][aria-level="2"]').first().waitFor();
      await examined(page.mainFrame(), ".pane:has([role=treeitem])", FAULTS_OF_VSCODE);
    },
  };
}

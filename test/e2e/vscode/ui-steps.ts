import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openFromExplorer, openProblems, openView, runCommand } from "../../host/workbench.ts";
import { PATIENCE } from "../../support/patience.ts";
import type { UiStep } from "./ui-report.ts";

const SCHOOL = "college-des-tilleuls";

/** The steps of a session in English. */
export function english(folder: string): Record<string, UiStep> {
  return {
    "a file opens from the explorer": (page) => openFromExplorer(page, SCHOOL, "etablissement.pronote.yaml"),
    "the language of the file is ours": (page) =>
      page.locator("#status\\.editor\\.mode").getByText("PRONOTE").waitFor(),
    "the language status tells how long the last check took": async (page) => {
      await page.locator("#status\\.languageStatus").hover();
      await page
        .locator(".hover-language-status")
        .getByText(/last check: \d+ ms/)
        .waitFor();
      await page.keyboard.press("Escape");
    },
    "a squiggle is drawn under the fault": (page) => page.locator(".squiggly-error").first().waitFor(),
    "a hover tells what is wrong": async (page) => {
      await page.locator(".view-line").getByText("oui").first().hover();
      await page.locator(".monaco-hover").getByText("oui").first().waitFor();
      await page.keyboard.press("Escape");
    },
    "the type definition of a key is its page, and a link in it leads on": async (page) => {
      await page.locator(".view-line").getByText("hebergement").first().click();
      await runCommand(page, "Go to Type Definition");
      const shown = shownPage(page);
      await shown.locator("h1", { hasText: "Hosting" }).waitFor();
      await shown.getByRole("link", { name: "mode", exact: true }).click();
      await shown.locator("h1", { hasText: "Mode" }).waitFor();
      await runCommand(page, "View: Close Editor");
    },
    "the Problems panel lists the findings of all files": async (page) => {
      await openProblems(page);
      await page.locator(".markers-panel").getByText("“martni”").first().waitFor();
    },
    "the name of a rule leads to its page": async (page) => {
      await page.locator(".markers-panel .monaco-link").first().click();
      await page.getByRole("tab", { name: /^Preview / }).waitFor();
      await shownPage(page).locator("h1").waitFor();
    },
    "the badge of the view counts the steps that an error blocks": async (page) => {
      const icon = page.locator(".activitybar .action-item", {
        has: page.locator("a[aria-label^='Rentrée']"),
      });
      const count = Number(await icon.locator(".badge-content").textContent());
      const label = await icon.locator("a").getAttribute("aria-label");
      if (!(count > 0 && label?.includes(`${count} blocked`))) throw new Error(`${count} in “${label}”`);
    },
    "the checklist shows the establishment": async (page) => {
      await openView(page, "Rentrée");
      await page.getByRole("treeitem", { name: "Collège des Tilleuls" }).waitFor();
    },
    "a click on a step shows its place, and the keys stay in the tree": async (page) => {
      const file = join(folder, SCHOOL, "deroulement.pronote.yaml");
      const before = existsSync(file) && readFileSync(file, "utf8");
      await firstStep(page).click();
      await page.locator(".customview-tree .monaco-list:focus-within").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.locator(".customview-tree .monaco-list-row.focused").first().waitFor();
      if ((existsSync(file) && readFileSync(file, "utf8")) !== before) throw new Error("a file was changed");
    },
    "Space ticks, asks who, and it is written": async (page) => {
      await firstStep(page).click();
      await page.keyboard.press("Space");
      await answer(page, "Who ticks the checklist?", "c.durand");
      await waitForText(join(folder, SCHOOL, "deroulement.pronote.yaml"), "par: c.durand");
    },
  };
}

/** The steps of a session in a French VS Code, without any setting. */
export function french(): Record<string, UiStep> {
  return {
    "the checklist speaks French": async (page) => {
      await openView(page, "Rentrée");
      await page.getByRole("treeitem", { name: "Collège des Tilleuls" }).waitFor();
      await page.getByText("Check-list").first().waitFor();
      await page
        .getByText(/^\d+ sur \d+/)
        .first()
        .waitFor();
    },
    "findings speak French": async (page) => {
      await openProblems(page);
      await page
        .locator(".markers-panel")
        .getByText(/«\s?martni\s?»/)
        .first()
        .waitFor();
    },
    "commands speak French": (page) => runCommand(page, "Rentrée: Afficher le journal"),
  };
}

/** What the page in front shows; that of a closed tab may stay for a while. */
function shownPage(page: Page) {
  return page
    .locator("iframe.webview.ready")
    .filter({ visible: true })
    .last()
    .contentFrame()
    .frameLocator("#active-frame");
}

/** The label of the first step in the tree that can be ticked. */
function firstStep(page: Page) {
  const row = page.locator(".monaco-list-row:has(.custom-view-tree-node-item-checkbox)").first();
  return row.locator(".custom-view-tree-node-item-resourceLabel");
}

/** Types into the input box with this title, or accepts its proposal. */
async function answer(page: Page, title: string, text?: string): Promise<void> {
  await page.locator(".quick-input-title").getByText(title, { exact: true }).waitFor();
  const box = page.locator(".quick-input-widget input[type=text]");
  if (text !== undefined) await box.fill(text);
  await box.press("Enter");
}

/** Waits until a file contains a text. */
export async function waitForText(path: string, text: string): Promise<void> {
  for (const limit = Date.now() + PATIENCE; Date.now() < limit; ) {
    if (existsSync(path) && readFileSync(path, "utf8").includes(text)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`“${text}” was not written to ${path}`);
}

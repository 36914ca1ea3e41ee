import type { Page } from "playwright-core";

/** Opens a file in the explorer, after expanding its folders. */
export async function openFromExplorer(page: Page, ...path: readonly string[]): Promise<void> {
  const [file = "", ...folders] = [...path].reverse();
  for (const folder of folders.reverse()) {
    const line = page.getByRole("treeitem", { name: folder });
    await line.waitFor();
    if ((await line.getAttribute("aria-expanded")) !== "true") await line.click();
  }
  await page.getByRole("treeitem", { name: file }).dblclick();
  await page.locator(".monaco-editor .view-line").first().waitFor();
}

/** Opens the Problems panel by the status bar, which works with any keyboard layout and platform. */
export async function openProblems(page: Page): Promise<void> {
  if (await page.locator(".markers-panel").isVisible()) return;
  await page.locator("#status\\.problems").click();
  await page.locator(".markers-panel").waitFor();
}

/** Opens a view container by its icon in the activity bar. */
export async function openView(page: Page, name: string): Promise<void> {
  const icon = page.locator(".activitybar").getByRole("tab", { name });
  // A workbench that starts opens what was open last: a click at that moment closes it again.
  for (let attempt = 1; (await icon.getAttribute("aria-expanded")) !== "true"; attempt++) {
    await icon.click();
    const open = icon.and(page.locator("[aria-expanded=true]"));
    await open.waitFor({ timeout: PALETTE }).catch((error: unknown) => {
      if (attempt === 9) throw error;
    });
  }
}

/** How long a list of picks, or a view, may take to open, in milliseconds. */
const PALETTE = 5_000;

/** Runs a command by the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pick(page, `>${title}`, title, () => page.keyboard.press("F1"));
}

/** Opens a walkthrough by its title, and waits for its steps. */
export async function openWalkthrough(page: Page, title: string): Promise<void> {
  await pick(page, title, title, () => runCommand(page, "Welcome: Open Walkthrough"));
  await page.locator(".getting-started-step").first().waitFor();
}

/** Opens a list of picks, writes into its box, and takes the entry with a label. */
async function pick(page: Page, typed: string, label: string, open: () => Promise<void>): Promise<void> {
  const box = page.locator(".quick-input-widget input[type=text]");
  const entry = page.locator(".quick-input-list").getByText(label).first();
  // While the workbench starts, or an editor opens, what takes the focus closes the list again. Enter would then be lost,
  // a click finds out.
  for (let attempt = 1; ; attempt++) {
    await open();
    try {
      await box.fill(typed, { timeout: PALETTE });
      await entry.click({ timeout: PALETTE });
      return;
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}

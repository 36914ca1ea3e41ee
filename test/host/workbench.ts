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
    await open.waitFor({ timeout: OPENING }).catch((error: unknown) => {
      if (attempt === 9) throw error;
    });
  }
}

/** How long a list of picks, a menu or a view may take to open until it is tried again, in milliseconds. */
export const OPENING = 5_000;

/** Runs a command by the command palette, and takes from its lists of picks, in turn, what has these labels. */
export async function runCommand(page: Page, title: string, ...labels: readonly string[]): Promise<void> {
  await pick(page, [`>${title}`, title, ...labels], () => page.keyboard.press("F1"));
}

/** Opens a walkthrough by its title, and waits for its steps. */
export async function openWalkthrough(page: Page, title: string): Promise<void> {
  await pick(page, [title, title], () => runCommand(page, "Welcome: Open Walkthrough"));
  await page.locator(".getting-started-step").first().waitFor();
}

/** Opens the command palette and closes it again, as somebody does who thinks better of it. */
export async function leavePalette(page: Page): Promise<void> {
  const box = page.locator(BOX);
  await repeated(async () => {
    await page.keyboard.press("F1");
    await box.waitFor({ timeout: OPENING });
  });
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
}

const BOX = ".quick-input-widget input[type=text]";

/** Opens a list of picks, writes into its box, and takes an entry by its label, then one from each list that follows. */
async function pick(
  page: Page,
  [typed, ...labels]: readonly [typed: string, ...labels: string[]],
  open: () => Promise<void>,
): Promise<void> {
  // While the workbench starts, or an editor opens, what takes the focus closes the list again. Enter would then be lost,
  // a click finds out.
  await repeated(async () => {
    await open();
    await page.locator(BOX).fill(typed, { timeout: OPENING });
    for (const label of labels)
      await page.locator(".quick-input-list").getByText(label).first().click({ timeout: OPENING });
  });
}

/** Acts until that succeeds. Rejects if it has failed nine times. */
export async function repeated(act: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 9) throw error;
    }
  }
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openView, runCommand } from "../../host/workbench.ts";
import { FIXTURES } from "../../support/make-fixtures.ts";
import type { UiStep } from "./ui-report.ts";
import { waitForText } from "./ui-steps.ts";

/** The export that is imported. */
export const EXPORT = "sts_emp_0759998K_2026.xml";
const SCHOOL = /Collège des Tilleuls/;

/** What goes by the menu of the explorer, in Node and in the web. */
export function menuSteps(): Record<string, UiStep> {
  return {
    "the menu of an export tells what importing it would do, and nothing is written": async (page) => {
      await importFromMenu(page, EXPORT);
      await dialog(page)
        .getByText(/Collège des Tilleuls ← sts_emp/)
        .waitFor();
      await dialog(page)
        .getByText(/159 services/)
        .waitFor();
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "detached" });
    },
    "the changes are shown before they are made; discarded, nothing is written": async (page) => {
      await importFromMenu(page, EXPORT);
      await preview(page);
      await page.getByRole("button", { name: "Discard" }).click();
      await page.getByRole("button", { name: "Discard" }).waitFor({ state: "detached" });
      await openView(page, "Explorer");
      await page.getByRole("treeitem", { name: "college-des-tilleuls" }).click();
      await page.getByRole("treeitem", { name: "etablissement.pronote.yaml" }).waitFor();
      if (await imported(page).isVisible()) throw new Error("something was written");
    },
    "applied, the files are there, and it is told what is next": async (page) => {
      await importFromMenu(page, EXPORT);
      await preview(page);
      await page.getByRole("button", { name: "Apply" }).click();
      await imported(page).waitFor();
      await told(page, /^Imported: Collège des Tilleuls.*Next:/);
    },
    "one undo takes all of it back": async (page) => {
      await page.locator(".monaco-editor .view-line", { hasText: "Importé de STSWEB" }).first().click();
      await page.keyboard.press("Control+z");
      await imported(page).waitFor({ state: "detached" });
    },
  };
}

/** What needs a disk: other ways in, and files of another school or year. */
export function diskSteps(folder: string): Record<string, UiStep> {
  const made = join(folder, "lycee-neuf");
  return {
    "an export that is dropped on the checklist is imported into the establishment with its RNE": async (
      page,
    ) => {
      await openView(page, "Rentrée");
      await drop(page, page.locator(".pane-body .monaco-list").first(), EXPORT);
      await dialog(page)
        .getByText(/Collège des Tilleuls ← sts_emp/)
        .waitFor();
      await page.keyboard.press("Escape");
    },
    "an export of another school is told, with the place, and nothing else": async (page) => {
      await openView(page, "Rentrée");
      await drop(page, page.getByRole("treeitem", { name: SCHOOL }).first(), EXPORT, (text) =>
        text.replace('UAJ CODE="0759998K"', 'UAJ CODE="0759914U"'),
      );
      await dialog(page)
        .getByText(/It is of the establishment 0759914U, this configuration is of 0759998K/)
        .waitFor();
      if (await dialog(page).getByRole("button", { name: "Show the Changes" }).isVisible())
        throw new Error("changes are offered");
      await page.keyboard.press("Escape");
    },
    "so is one of another year": async (page) => {
      await drop(page, page.getByRole("treeitem", { name: SCHOOL }).first(), EXPORT, (text) =>
        text.replace('ANNEE="2026"', 'ANNEE="2025"'),
      );
      await dialog(page)
        .getByText(/It is of the school year 2025-2026/)
        .waitFor();
      await page.keyboard.press("Escape");
    },
    "a new establishment is made from an export": async (page) => {
      await runCommand(page, "Rentrée: New Establishment");
      await page.locator(".quick-input-list").getByText("From Exports…").click();
      // The dialog of VS Code for files, which lists those of the workspace.
      await page.locator(".quick-input-list").getByText("neuf.xml").click();
      await page.locator(".quick-input-title").getByText("New establishment:").waitFor();
      const box = page.locator(".quick-input-widget input[type=text]");
      await box.fill("lycee-neuf");
      await box.press("Enter");
      await preview(page);
      await page.getByRole("button", { name: "Apply" }).click();
      await waitForText(join(made, "etablissement.pronote.yaml"), "rne: 0759914U");
      await waitForText(join(made, "etablissement.pronote.yaml"), "herite-de: ../academie.pronote.yaml");
      await waitForText(join(made, "importe/classes.pronote.yaml"), "6E1:");
    },
  };
}

/** Asks for the import of a file by the menu of the explorer. */
export async function importFromMenu(page: Page, name: string): Promise<void> {
  // The menus of an extension are there once it runs.
  await openView(page, "Rentrée");
  await page.getByRole("treeitem", { name: SCHOOL }).first().waitFor();
  await openView(page, "Explorer");
  await page.getByRole("treeitem", { name }).click({ button: "right" });
  const item = page.getByRole("menuitem", { name: "Import Exports…" });
  await item.hover();
  // A click right after the menu opened would be taken for the end of the one that opened it.
  await page.keyboard.press("Enter");
}

/** An imported file in the explorer. Its folder stays when the file is taken back. */
function imported(page: Page): Locator {
  return page.locator(".explorer-viewlet").getByRole("treeitem", { name: "groupes.pronote.yaml" });
}

/** The dialog that tells the plan. */
export function dialog(page: Page): Locator {
  return page.locator(".monaco-dialog-box");
}

/** Goes from the plan to the changes, of which all that are sure are chosen; `shown` is one of them. */
export async function preview(page: Page, shown = "(creating)"): Promise<void> {
  await dialog(page).getByRole("button", { name: "Show the Changes" }).click();
  await page.getByText("Refactor Preview").first().waitFor();
  await page.locator(".refactor-preview, .bulk-edit-panel").getByText(shown).first().waitFor();
}

/** Drops a file from outside of the editor. */
async function drop(
  page: Page,
  at: Locator,
  name: string,
  change: (text: string) => string = (text) => text,
): Promise<void> {
  const text = change(readFileSync(join(FIXTURES, "stsweb", name), "latin1"));
  // As text: these tests are not compiled with the types of a page.
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    const bytes = Uint8Array.from(${JSON.stringify(text)}, (character) => character.charCodeAt(0));
    transfer.items.add(new File([bytes], ${JSON.stringify(name)}, { type: "text/xml" }));
    return transfer;
  })()`);
  const box = await at.boundingBox();
  if (!box) throw new Error("there is nowhere to drop it");
  const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  for (const type of ["dragenter", "dragover", "drop"])
    await at.dispatchEvent(type, { ...place, dataTransfer });
}

/** Waits for a message: the centre of notifications has those too that are not shown by themselves. */
async function told(page: Page, text: RegExp): Promise<void> {
  await page.locator("#status\\.notifications:has(.codicon-bell-dot)").click();
  await page.locator(".notifications-center").getByText(text).waitFor();
  await page.keyboard.press("Escape");
}

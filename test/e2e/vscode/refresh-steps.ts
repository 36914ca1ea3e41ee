import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openFromExplorer, openView } from "../../host/workbench.ts";
import { dialog, EXPORT, importFromMenu, preview } from "./import-steps.ts";
import { until } from "./plan-driver.ts";
import type { UiStep } from "./ui-report.ts";
import { waitForText } from "./ui-steps.ts";

const SCHOOL = "college-des-tilleuls";
const CLASSES = "importe/classes.pronote.yaml";
const GROUPES = "importe/groupes.pronote.yaml";
const OWN = "professeurs-principaux.pronote.yaml";

/** An export is imported, people write and correct, the export changes, and the import is refreshed. Needs a disk. */
export function refreshSteps(folder: string): Record<string, UiStep> {
  const school = join(folder, SCHOOL);
  const textOf = (name: string) => readFileSync(join(school, name), "utf8");
  let before = new Map<string, string>();
  return {
    "what an import wrote is corrected by hand, and written otherwise beside it": async (page) => {
      await importFromMenu(page, EXPORT);
      await preview(page);
      await page.getByRole("button", { name: "Apply" }).click();
      await waitForText(join(school, CLASSES), "libelle: 6EME 2");
      await waitForText(join(school, GROUPES), "libelle: 5EME ALLEMAND LV2");
      await openView(page, "Explorer");
      await type(page, folder, GROUPES, { at: "5EME ALLEMAND LV2", text: " (relu)" });
      await type(page, folder, OWN, { at: "6E1: {", text: ", libelle: Sixième une", beforeEnd: 2 });
      before = textsOf(school);
    },
    "a refresh tells what changed in the export, and what is kept": async (page) => {
      changeExport(join(folder, EXPORT));
      await refreshFromMenu(page);
      const told = (await dialog(page).textContent()) ?? "";
      for (const line of [
        /↻ classes\/6E2\/libelle: now “SIXIEME 2” \([^)]*\), brought up to date\s*~/,
        /~ classes\/6E1\/libelle: you wrote “Sixième une”/,
        /Corrected by hand since an import, so kept as it is: groupes\.pronote\.yaml/,
      ])
        if (!line.test(told)) throw new Error(`${line} is not told: ${told}`);
    },
    "applied, imported values are up to date, and what was written by hand is as it was": async (page) => {
      await preview(page, "classes.pronote.yaml");
      await page.getByRole("button", { name: "Apply" }).click();
      await waitForText(join(school, CLASSES), "libelle: SIXIEME 2");
      const after = textsOf(school);
      const changed = [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
      expectSame(changed, [CLASSES]);
      expectSame(linesOnlyIn(before.get(CLASSES), after.get(CLASSES)), [
        "libelle: 6EME 1",
        "libelle: 6EME 2",
      ]);
      expectSame(linesOnlyIn(after.get(CLASSES), before.get(CLASSES)), ["libelle: SIXIEME 2"]);
    },
    "one undo brings back what the import wrote": async (page) => {
      await page.locator(".monaco-editor .view-line", { hasText: "Importé de STSWEB" }).first().click();
      await page.keyboard.press("ControlOrMeta+Z");
      await page.keyboard.press("ControlOrMeta+S");
      await until("the text as it was before", () => textOf(CLASSES) === before.get(CLASSES));
      expectSame([...textsOf(school)], [...before]);
    },
    "refreshed again, and then once more: there is nothing to do": async (page) => {
      await refreshFromMenu(page);
      await preview(page, "classes.pronote.yaml");
      await page.getByRole("button", { name: "Apply" }).click();
      await waitForText(join(school, CLASSES), "libelle: SIXIEME 2");
      await refreshFromMenu(page);
      await dialog(page).getByText("Nothing to do.").waitFor();
      await page.keyboard.press("Escape");
    },
  };
}

/** What is written into the first line that has a text, so many characters before its end. */
interface Typed {
  readonly at: string;
  readonly text: string;
  readonly beforeEnd?: number;
}

/** Writes into a file of the school, and saves it. */
async function type(
  page: Page,
  folder: string,
  name: string,
  { at, text, beforeEnd = 0 }: Typed,
): Promise<void> {
  const path = join(folder, SCHOOL, name);
  const number =
    readFileSync(path, "utf8")
      .split("\n")
      .findIndex((line) => line.includes(at)) + 1;
  await openFromExplorer(page, SCHOOL, ...name.split("/"));
  const cursor = page.locator("#status\\.editor\\.selection", { hasText: `Ln ${number},` });
  // An editor that is just being opened goes back to its first line.
  await until(`the cursor in the line of “${at}”`, async () => {
    await page.locator(".monaco-editor .view-line", { hasText: at }).first().click();
    return cursor.isVisible();
  });
  await page.keyboard.press("End");
  for (let times = 0; times < beforeEnd; times++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.insertText(text);
  await page.keyboard.press("ControlOrMeta+S");
  await waitForText(path, text);
}

/** The export as it is later: a class is called otherwise. */
function changeExport(path: string): void {
  const text = readFileSync(path, "latin1");
  writeFileSync(path, text.replace(">6EME 2<", ">SIXIEME 2<"), "latin1");
}

/** Starts a refresh by the menu of an imported file, and picks the export. */
async function refreshFromMenu(page: Page): Promise<void> {
  await openView(page, "Explorer");
  await openFromExplorer(page, SCHOOL, "importe", "classes.pronote.yaml");
  await page.getByRole("treeitem", { name: "classes.pronote.yaml" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Refresh Import…" }).hover();
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-list").getByText(EXPORT).click();
  await dialog(page).waitFor();
}

function textsOf(school: string): Map<string, string> {
  const names = readdirSync(school, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(".yaml"))
      .toSorted()
      .map((name) => [name, readFileSync(join(school, name), "utf8")]),
  );
}

/** The lines of a text, without comments, that another one lacks. */
function linesOnlyIn(text = "", other = ""): readonly string[] {
  const known = new Set(other.split("\n"));
  return text
    .split("\n")
    .filter((line) => !known.has(line) && !line.startsWith("#"))
    .map((line) => line.trim());
}

function expectSame(found: readonly unknown[], expected: readonly unknown[]): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "../../host/install.ts";
import { OPENING, openFromExplorer, openProblems, repeated, runCommand } from "../../host/workbench.ts";
import { FIXTURES } from "../../support/make-fixtures.ts";
import { until } from "./plan-driver.ts";
import { type PlanTexts, textsIn } from "./plan-texts.ts";
import type { UiStep } from "./ui-report.ts";

/** Where lists are compared. */
interface CompareSetting {
  readonly language: "en" | "fr";
  /** The folder that the editor shows; undefined where what is changed stays in the browser. */
  readonly folder: string | undefined;
}

const SCHOOL = "college-des-tilleuls";
const NAME = "Collège des Tilleuls";
const OTHER = "Collège du Gué";
/** A list as the clipboard has it. Exports are in UTF-16. */
function listOf(name: string): string {
  const bytes = readFileSync(join(FIXTURES, "lists", name));
  return bytes.toString(bytes[0] === 0xff ? "utf16le" : "utf8").replace("\ufeff", "");
}

/** The steps of a person who holds lists of PRONOTE against an establishment. */
export function compareSteps({ language, folder }: CompareSetting): Record<string, UiStep> {
  const texts = textsIn(language);
  return {
    ...compared(texts, language),
    ...settled(texts),
    ...others(texts, folder),
  };
}

const picker = (page: Page) => page.locator(".quick-input-widget");
const lines = (page: Page) => picker(page).locator(".monaco-list-row");
/** How many informations there are, by the status bar. The examples have none but those of a comparison. */
async function informations(page: Page): Promise<number> {
  const label = (await page.locator("#status\\.problems").getAttribute("aria-label")) ?? "";
  const shown = (await page.locator("#status\\.problems").textContent()) ?? label;
  return Number(/(\d+)\D+(\d+)\D+(\d+)\D*$/.exec(shown)?.[3] ?? 0);
}

async function compareWith(page: Page, { command }: PlanTexts, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await runCommand(page, command("command.compareClipboard"));
}

async function titled(page: Page, title: string | RegExp): Promise<void> {
  await picker(page).locator(".quick-input-title", { hasText: title }).waitFor();
}

/** Waits for a message; some hosts show messages in the centre of notifications only. */
async function notified(page: Page, text: string): Promise<void> {
  const message = page.locator(".notification-list-item", { hasText: text }).first();
  await until(`the message “${text}”`, async () => {
    if (await message.isVisible()) return true;
    const bell = page.locator("#status\\.notifications:has(.codicon-bell-dot)");
    if (await bell.isVisible()) await bell.click();
    return message.isVisible();
  });
}

function compared(texts: PlanTexts, language: string): Record<string, UiStep> {
  const { text } = texts;
  return {
    "a copied list is compared with the establishment of the open file": async (page) => {
      await openFromExplorer(page, SCHOOL, "niveaux.pronote.yaml");
      await page.locator("#status\\.problems").waitFor();
      await compareWith(page, texts, listOf("ecarts/services-copie.tsv"));
      await titled(page, NAME);
      await lines(page).filter({ hasText: "4E1 MATHS" }).waitFor();
      await lines(page).filter({ hasText: /^≈/ }).waitFor();
      await page.screenshot({ path: join(ROOT, `dist/compare-${language}.png`) });
    },
    "the differences stand among the problems, as informations of their own": async (page) => {
      await page.keyboard.press("Escape");
      await openProblems(page);
      await until("six differences and a name", async () => (await informations(page)) === 7);
      await page.screenshot({ path: join(ROOT, `dist/compare-problems-${language}.png`) });
    },
    "picking a difference opens its place": async (page) => {
      await compareWith(page, texts, listOf("ecarts/services-copie.tsv"));
      await lines(page).filter({ hasText: "3E1 FRANC" }).click();
      await page.locator(".monaco-editor.focused").first().waitFor();
      await page.locator(".tab.active", { hasText: "niveaux.pronote.yaml" }).waitFor();
      await picker(page).waitFor({ state: "hidden" });
      const fixes = page.locator(".action-widget", {
        hasText: text("Write for {0} what PRONOTE holds: {1}"),
      });
      // Until the editor has the focus for good, the key is lost. Pressed once more in an open menu, it would take what
      // stands first there.
      await repeated(async () => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("ControlOrMeta+.");
        await fixes.waitFor({ timeout: OPENING });
      });
      await page.screenshot({ path: join(ROOT, `dist/compare-fixes-${language}.png`) });
    },
  };
}

function settled({ text, command }: PlanTexts): Record<string, UiStep> {
  return {
    "a fix writes what PRONOTE holds, and its difference is gone": async (page) => {
      const before = await informations(page);
      await page
        .locator(".action-widget .focused", { hasText: text("Write for {0} what PRONOTE holds: {1}") })
        .waitFor();
      await page.keyboard.press("Enter");
      await until("one difference less", async () => (await informations(page)) === before - 1);
    },
    "a command takes all of them away": async (page) => {
      await runCommand(page, command("command.clearComparison"));
      await until("no difference", async () => (await informations(page)) === 0);
    },
  };
}

function others(texts: PlanTexts, folder: string | undefined): Record<string, UiStep> {
  const { text } = texts;
  return {
    "another establishment is one pick away": async (page) => {
      await compareWith(page, texts, listOf("ecarts/services-copie.tsv"));
      await titled(page, NAME);
      await lines(page)
        .filter({ hasText: text("It is a list of another establishment…") })
        .click();
      await lines(page).filter({ hasText: OTHER }).first().click();
      await titled(page, OTHER);
      await page.keyboard.press("Escape");
    },
    "a list of students is refused, with the reason": async (page) => {
      await compareWith(page, texts, listOf("eleves-copie.tsv"));
      await notified(page, NAME);
      await page.keyboard.press("Escape");
    },
    "a title that nobody knows is asked for, and the answer is kept": async (page) => {
      const list = listOf("ecarts/EXP_CLASSE.txt").replace("NOM;", "Division X;");
      await compareWith(page, texts, list);
      await notified(page, "Division X");
      await page.getByRole("button", { name: text("Say What the Columns Hold") }).click();
      await titled(page, "Division X");
      await page.keyboard.press("Enter");
      await titled(page, text("What was said about the columns"));
      await page.keyboard.press("Enter");
      await titled(page, NAME);
      await page.keyboard.press("Escape");
      await compareWith(page, texts, list);
      await lines(page).filter({ hasText: "5E1" }).waitFor();
      await page.keyboard.press("Escape");
    },
    "nothing of a list is left on the disk": async () => {
      if (folder === undefined) return;
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const left = names.filter((name) => /\.(?:tsv|csv|txt|md)$/.test(name));
      const known = readdirSync(join(ROOT, "examples"), { recursive: true, encoding: "utf8" });
      const added = left.filter((name) => !known.includes(name));
      if (added.length > 0) throw new Error(`left: ${added.join(", ")}`);
    },
  };
}

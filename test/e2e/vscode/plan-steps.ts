import { renameSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { leavePalette, openFromExplorer, openView, runCommand } from "../../host/workbench.ts";
import { PlanDriver, until } from "./plan-driver.ts";
import { type PlanTexts, textsIn } from "./plan-texts.ts";
import { treeSteps } from "./tree-steps.ts";
import type { UiStep } from "./ui-report.ts";

/** Where and how a plan is worked through. */
interface PlanSetting {
  readonly language: "en" | "fr";
  /** The folder on the disk that the editor shows; in the web it shows files that are only in the browser. */
  readonly folder?: string;
}

const SCHOOL = "college-des-tilleuls";
const NAME = "Collège des Tilleuls";

/** The steps of a person who works a school through, by keyboard alone once it is open. */
export function planSteps({ language, folder }: PlanSetting): Record<string, UiStep> {
  const texts = textsIn(language);
  return {
    ...oneStep(texts),
    ...otherSteps(texts),
    ...changes(texts),
    ...(folder === undefined ? {} : elsewhere(folder, texts)),
    ...wholeSchool(texts),
    // The last, as it takes the focus out of the plan.
    ...treeSteps(NAME),
  };
}

/** What is done on the page of one step. */
function oneStep({ text, command }: PlanTexts): Record<string, UiStep> {
  return {
    "the plan opens from the palette, with the focus on the title of the first step": async (page) => {
      await openFromExplorer(page, SCHOOL, "etablissement.pronote.yaml");
      await openView(page, "Rentrée");
      await page.getByRole("treeitem", { name: NAME }).first().waitFor();
      await runCommand(page, command("command.openPlan"));
      await new PlanDriver(page).titled("RNE");
    },
    "Tab leads to a value, and Enter copies it": async (page) => {
      const plan = new PlanDriver(page);
      const button = await plan.tabTo("/copy");
      const value = (await plan.locator("dl > div:has(:focus) .value > span").textContent()) ?? "";
      await page.keyboard.press("Enter");
      await plan.says(text("Copied: {0}"));
      await button.waitFor();
      const copied = await plan.clipboard();
      if (copied !== value) throw new Error(`not “${value}” but “${copied}” was copied`);
      // Whoever comes back from the palette goes on where they were.
      await leavePalette(page);
      await button.waitFor();
    },
    "axe finds no fault in a step with values": (page) => new PlanDriver(page).accessible(),
    "the values are copied as a table": async (page) => {
      const plan = new PlanDriver(page);
      await plan.go("Alt+ArrowDown");
      await plan.go("Alt+ArrowUp");
      await plan.tabTo("/values");
      await page.keyboard.press("Enter");
      await plan.says(text("Copied: {0}"));
      const table = await plan.clipboard();
      if (!table.includes(NAME) || !table.includes("0759998K")) throw new Error(`copied was: ${table}`);
    },
    "a link shows where a value is written, and the plan follows what is typed there": async (page) => {
      const plan = new PlanDriver(page);
      await plan.locator(`dl > div:has-text("${NAME}") .link`).focus();
      await page.keyboard.press("Enter");
      await page.locator(".monaco-editor.focused").first().waitFor();
      // Markup in a name is text.
      await page.keyboard.insertText("<b>X</b>");
      await plan.locator("header strong", { hasText: /^<b>X<\/b>$/ }).waitFor();
      await plan.locator(".value > span", { hasText: /^<b>X<\/b>$/ }).waitFor();
      await page.locator(".monaco-editor.focused").first().waitFor();
      await page.keyboard.press("ControlOrMeta+Z");
      await page.keyboard.press("ControlOrMeta+S");
      await plan.locator(".value > span", { hasText: NAME }).waitFor();
      await runCommand(page, command("command.openPlan"));
      await plan.locator(":focus").waitFor();
      await plan.locator("h1", { hasText: "RNE" }).waitFor();
    },
  };
}

/** How one goes from step to step, and through their tables. */
function otherSteps({ text }: PlanTexts): Record<string, UiStep> {
  return {
    "what is put off comes last": async (page) => {
      const plan = new PlanDriver(page);
      const first = await plan.title();
      await plan.go("Alt+Enter");
      await plan.go("Alt+ArrowUp");
      await plan.titled(text("End of the plan"));
      await plan.locator("p", { hasText: text("1 of them was put off.") }).waitFor();
      await plan.accessible();
      await plan.go("Alt+ArrowUp");
      await plan.titled(first);
      await plan.go("Alt+ArrowDown");
      await plan.go("Alt+ArrowDown");
    },
    "the arrow keys lead through a table, and Enter copies a cell": async (page) => {
      const plan = new PlanDriver(page);
      const grid = plan.locator("[role=grid]").first();
      while ((await grid.count()) === 0) await plan.go("Alt+ArrowDown");
      await plan.accessible();
      while ((await grid.locator("button:focus").count()) === 0) await page.keyboard.press("Tab");
      for (const key of ["ArrowDown", "ArrowUp", "End", "Home"]) await page.keyboard.press(key);
      const name = (await grid.locator("tbody th .cell").first().textContent()) ?? "";
      await page.keyboard.press("Enter");
      await plan.says(text("Copied: {0}"));
      await grid.locator("button:focus", { hasText: name }).waitFor();
      const copied = await plan.clipboard();
      if (copied !== name) throw new Error(`not “${name}” but “${copied}” was copied`);
    },
  };
}

/** What happens while a step is shown. */
function changes({ text, command }: PlanTexts): Record<string, UiStep> {
  return {
    "a step that is ticked elsewhere is told as done, and the view goes on from there": async (page) => {
      const plan = new PlanDriver(page);
      while ((await plan.locator("nav .main[aria-disabled]").count()) > 0) await plan.go("Alt+ArrowDown");
      const before = await plan.title();
      await runCommand(page, command("command.checklist.tick"), NAME, before);
      await answerWho(
        page,
        plan.locator(".notice", { hasText: text("Nothing is left to do here: {0}.") }),
        text,
      );
      await plan.locator("h1", { hasText: before }).click();
      await plan.go("Alt+ArrowDown");
    },
    "the server starts again, and the view stays": async (page) => {
      const plan = new PlanDriver(page);
      const before = await plan.title();
      const starting = text("The server is starting again: what stands here may be out of date.");
      const seen = await plan.watchFor(starting);
      await runCommand(page, command("command.restartServer"));
      await seen();
      await plan.locator(".notice", { hasText: starting }).waitFor({ state: "detached" });
      await plan.locator("h1", { hasText: before }).waitFor();
    },
    "the window is loaded anew, and the view is where it was": async (page) => {
      const plan = new PlanDriver(page);
      await page.reload();
      await page.getByRole("treeitem", { name: NAME }).first().waitFor();
      await plan.locator("nav").getByRole("button").first().waitFor();
      // VS Code stores what a view keeps every few seconds: the last step may be missing, but not all of them.
      await plan.locator("h1", { hasNotText: new RegExp(`RNE|${text("Reading…")}`) }).click();
    },
  };
}

/** What happens to the files while the view is open. */
function elsewhere(folder: string, { text, command }: PlanTexts): Record<string, UiStep> {
  return {
    "an establishment that goes is told, and comes back where one stood": async (page) => {
      const plan = new PlanDriver(page);
      const before = await plan.title();
      // What is open in an editor is there.
      await runCommand(page, "View: Close Editors in Other Groups");
      const [here, away] = [`${folder}/${SCHOOL}`, `${folder}-away`];
      renameSync(here, away);
      try {
        await runCommand(page, command("command.checklist.refresh"));
        await plan.locator("h1", { hasText: text("This establishment is not there any more") }).waitFor();
        await plan.accessible();
      } finally {
        renameSync(away, here);
      }
      await runCommand(page, command("command.checklist.refresh"));
      await plan.locator("h1", { hasText: before }).waitFor();
    },
  };
}

/** The steps of a school, from the first to the last. */
function wholeSchool({ text }: PlanTexts): Record<string, UiStep> {
  return {
    "a whole school is ticked from its first step to its last": async (page) => {
      const plan = new PlanDriver(page);
      const allDone = plan.locator("h1", { hasText: text("All steps are done") });
      let ticked = 0;
      let putOff = 0;
      while ((await allDone.count()) === 0) {
        if ((await plan.locator("nav .main").count()) === 0) await plan.go("Alt+ArrowDown");
        else if ((await plan.locator("nav .main[aria-disabled]").count()) > 0) {
          await plan.go("Alt+Enter");
          if (putOff++ > 200) throw new Error("steps wait for each other");
        } else {
          await tickAndNext(plan, text);
          ticked++;
        }
      }
      if (ticked < 60) throw new Error(`only ${ticked} steps were open`);
      await plan.accessible();
    },
    "the last tick is taken back, and given again": async (page) => {
      const plan = new PlanDriver(page);
      await plan.tabTo("reopen");
      await page.keyboard.press("Enter");
      await plan.locator("nav .main").waitFor();
      if ((await plan.open()) !== 1) throw new Error("more than one step is open");
      await tickAndNext(plan, text);
      await plan.titled(text("All steps are done"));
    },
  };
}

/** Ticks the step that is shown. */
async function tickAndNext(plan: PlanDriver, text: PlanTexts["text"]): Promise<void> {
  await plan.tick();
  await plan.says(text("Ticked: {0}"));
  await plan.locator("h1:focus").waitFor();
}

/** Waits for what a tick leads to; before the first one VS Code asks who ticks. */
async function answerWho(page: Page, done: Locator, text: PlanTexts["text"]): Promise<void> {
  const asked = page.locator(".quick-input-title", { hasText: text("Who ticks the checklist?") });
  await until("a tick", async () => (await asked.isVisible()) || (await done.count()) > 0);
  if (await asked.isVisible()) {
    await page.keyboard.type("c.durand");
    await page.keyboard.press("Enter");
  }
  await done.waitFor();
}

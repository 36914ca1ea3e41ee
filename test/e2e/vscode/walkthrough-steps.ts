import type { Page } from "playwright-core";
import { openWalkthrough } from "../../host/workbench.ts";
import { type PlanTexts, textsIn } from "./plan-texts.ts";
import { answerStep, chooseQuestions } from "./question-driver.ts";
import type { UiStep } from "./ui-report.ts";

/** The walkthrough, from an empty folder to its last tick: each step is done as it says, and ticks itself. */
export function walkthroughSteps(language: "en" | "fr"): Record<string, UiStep> {
  const texts = textsIn(language);
  const ticks = (title: StepTitle, act: UiStep): UiStep => ticked(texts, title, act);
  return {
    "the walkthrough has six steps, none of them done": (page) => sixSteps(page, texts),
    "creating an establishment ticks": ticks("start.create.title", (page) => create(page, texts)),
    "correcting a mistake ticks": ticks("start.fix.title", correct),
    "taking a completion in a service ticks": ticks("start.complete.title", complete),
    "following a reference ticks": ticks("start.follow.title", follow),
    "opening the checklist ticks": ticks("start.checklist.title", (page) =>
      press(page, texts, "start.checklist"),
    ),
    "running the check ticks, and all six are done": async (page) => {
      await ticks("start.check.title", (it) => press(it, texts, "start.check"))(page);
      if ((await steps(page, "unchecked").count()) > 0) throw new Error("not all are done");
    },
  };
}

type StepTitle =
  | "start.create.title"
  | "start.fix.title"
  | "start.complete.title"
  | "start.follow.title"
  | "start.checklist.title"
  | "start.check.title";
type StepId = "start.create" | "start.checklist" | "start.check";

async function sixSteps(page: Page, texts: PlanTexts): Promise<void> {
  await openSteps(page, texts);
  const count = await page.locator(".getting-started-step").count();
  if (count !== 6) throw new Error(`${count} steps`);
  if ((await steps(page, "checked").count()) > 0) throw new Error("a step is done before anything was");
}

/** Does something, and waits for the tick of a step that was open before. */
function ticked(texts: PlanTexts, title: StepTitle, act: UiStep): UiStep {
  const name = plain(texts.command(title));
  return async (page) => {
    await openSteps(page, texts);
    await steps(page, "unchecked").filter({ hasText: name }).first().waitFor();
    await act(page);
    await openSteps(page, texts);
    await steps(page, "checked").filter({ hasText: name }).first().waitFor();
  };
}

function steps(page: Page, state: "checked" | "unchecked") {
  return page.locator(`.getting-started-step:has(.codicon-getting-started-step-${state})`);
}

async function openSteps(page: Page, texts: PlanTexts): Promise<void> {
  await openWalkthrough(page, plain(texts.command("start.title")));
}

/** Presses the button of a step in the walkthrough. */
async function press(page: Page, texts: PlanTexts, id: StepId): Promise<void> {
  const step = page.locator(".getting-started-step", { hasText: plain(texts.command(`${id}.title`)) });
  const name = /\[(.+?)\]\(command:/.exec(texts.command(`${id}.description`))?.[1] ?? "";
  const button = step.getByRole("button", { name });
  // The first open step is unfolded by itself; a click on its title would fold it.
  if (!(await button.isVisible())) await step.locator(".step-title").first().click({ force: true });
  await button.click();
}

async function create(page: Page, texts: PlanTexts): Promise<void> {
  await press(page, texts, "start.create");
  await chooseQuestions(page, texts.text("From a Few Questions"));
  await answerStep(page, 1, "Collège des Ormes");
  await answerStep(page, 2, "0759901");
  await answerStep(page, 3);
  await answerStep(page, 4);
  await answerStep(page, 5);
  await page.getByRole("tab", { name: /^etablissement\.pronote\.yaml/ }).waitFor();
  await page.locator(".explorer-viewlet").getByRole("treeitem", { name: "college-des-ormes" }).waitFor();
}

async function correct(page: Page): Promise<void> {
  await backToFile(page);
  await toEndOf(page, "0759901E");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("A");
  await page.locator(".squiggly-error").first().waitFor();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget").getByText("0759901E").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".squiggly-error").waitFor({ state: "hidden" });
}

async function complete(page: Page): Promise<void> {
  await backToFile(page);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("matieres: { FRANC: { libelle: Français } }\nniveaux:");
  await choose(page, "6e");
  await page.keyboard.type("services:");
  await choose(page, "FRANC");
}

/** Takes an entry from the list of completions, which opens by itself. */
async function choose(page: Page, label: string): Promise<void> {
  const list = page.locator(".suggest-widget.visible");
  await list.getByRole("option", { name: label }).first().waitFor();
  await page.keyboard.press("Enter");
  await list.waitFor({ state: "hidden" });
}

async function follow(page: Page): Promise<void> {
  await backToFile(page);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("F12");
  await page.locator("#status\\.editor\\.selection").getByText("Col 13").waitFor();
}

async function backToFile(page: Page): Promise<void> {
  await page.getByRole("tab", { name: /^etablissement\.pronote\.yaml/ }).click();
  await page.locator(".monaco-editor .view-line").first().click();
}

/** Puts the cursor after a text by the search of the editor. */
async function toEndOf(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+f");
  await page.locator(".find-widget textarea").first().fill(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowRight");
}

const plain = (title: string) => title.replace("Rentrée: ", "");

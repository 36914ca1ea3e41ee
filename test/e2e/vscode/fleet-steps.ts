import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { openView, runCommand } from "../../host/workbench.ts";
import { examinedPage } from "./page-steps.ts";
import { until } from "./plan-driver.ts";
import { type PlanTexts, textsIn } from "./plan-texts.ts";
import type { UiStep } from "./ui-report.ts";

/** The steps of a person who looks after 44 establishments. */
export function fleetSteps(folder: string, language: "en" | "fr"): Record<string, UiStep> {
  const texts = textsIn(language);
  return {
    ...glanceSteps(language),
    ...corrected(texts),
    ...tickedEverywhere(folder, texts),
    ...handedOn(folder, texts),
  };
}

/** The view of all establishments. */
function fleet(page: Page, { command }: PlanTexts): Locator {
  const title = command("view.fleet").replace("Rentrée: ", "");
  return page.locator(".pane", { has: page.locator(".pane-header", { hasText: title }) });
}

const schools = (view: Locator) => view.getByRole("treeitem", { name: /^École \d+, / });

/** Looking at the view, sorting it and opening an establishment: what writes nothing. */
export function glanceSteps(language: "en" | "fr"): Record<string, UiStep> {
  const texts = textsIn(language);
  const { text, command } = texts;
  return {
    "what needs attention comes first: overdue and with an error": async (page) => {
      await openView(page, "Rentrée");
      await fleet(page, texts)
        .getByRole("treeitem", { name: text("The same finding in several") })
        .waitFor();
      const first = (await schools(fleet(page, texts)).first().getAttribute("aria-label")) ?? "";
      if (!/^École (?:4|8|12),/.test(first)) throw new Error(`${first} comes first`);
    },
    "only those with errors, then all of them by name": async (page) => {
      await arrange(page, texts, text("Only those with errors"));
      await until("twelve establishments", async () => {
        const message = fleet(page, texts).getByRole("treeitem", { name: "École 13," });
        return (await message.count()) === 0 && (await schools(fleet(page, texts)).count()) > 0;
      });
      await arrange(page, texts, text("All establishments"));
      await arrange(page, texts, text("By name"));
      await until("École 1 first, then École 2", async () => {
        const labels = await schools(fleet(page, texts)).evaluateAll((lines) =>
          lines.slice(0, 2).map((line) => line.getAttribute("aria-label") ?? ""),
        );
        return labels[0]?.startsWith("École 1,") === true && labels[1]?.startsWith("École 2,") === true;
      });
    },
    "the next steps of an establishment stand below it": async (page) => {
      const school = schools(fleet(page, texts)).first();
      await school.click();
      await school.press("ArrowRight");
      await until(
        "three steps",
        async () => (await fleet(page, texts).locator('[aria-level="2"]').count()) >= 3,
      );
      await school.press("ArrowLeft");
      if (!command("command.fleet.arrange")) throw new Error("the command has no title");
    },
  };
}

async function arrange(page: Page, texts: PlanTexts, choice: string): Promise<void> {
  const view = fleet(page, texts);
  await view.hover();
  const title = texts.command("command.fleet.arrange").replace("Rentrée: ", "");
  await view.getByRole("button", { name: title }).click();
  await page.locator(".quick-input-list").getByText(choice, { exact: true }).click();
}

function corrected(texts: PlanTexts): Record<string, UiStep> {
  const { text, command } = texts;
  return {
    "one fix corrects a finding in twelve establishments": async (page) => {
      const view = fleet(page, texts);
      const group = view.getByRole("treeitem", { name: text("The same finding in several") });
      await group.click();
      await group.press("ArrowRight");
      const finding = view.getByRole("treeitem", { name: /renouvelement-jours/ });
      await finding.waitFor();
      await finding.hover();
      await finding
        .getByRole("button", { name: command("command.fleet.fix").replace("Rentrée: ", "") })
        .click();
      const list = page.locator(".quick-input-list .monaco-list-row");
      await list.first().waitFor();
      await page.locator(".quick-input-action .monaco-button").first().click();
      await finding.waitFor({ state: "detached" });
    },
  };
}

function tickedEverywhere(folder: string, { text, command }: PlanTexts): Record<string, UiStep> {
  return {
    "from the palette a step is picked first, then the establishments, by name, in which it is ticked":
      async (page) => {
        await runCommand(page, command("command.checklist.tickEverywhere"));
        const rows = page.locator(".quick-input-list .monaco-list-row");
        const title = text("Tick in All Establishments: {0}");
        await page.locator(".quick-input-title", { hasText: title }).waitFor();
        await rows.first().waitFor();
        await page.keyboard.press("Enter");
        await page.locator(".quick-input-count").waitFor();
        const names = await rows.evaluateAll((all) =>
          all.slice(0, 3).map((row) => row.getAttribute("aria-label") ?? ""),
        );
        if (names.some((name, at) => !name.includes(`École ${at + 1}`))) throw new Error(`listed: ${names}`);
        await page.keyboard.press("Enter");
        const ticks = join(folder, "nord/ecole-44/deroulement.pronote.yaml");
        await until("the tick of the last one", () => readFileSync(ticks, "utf8").includes("c.durand"));
      },
  };
}

function handedOn(folder: string, { text, command }: PlanTexts): Record<string, UiStep> {
  const file = join(folder, "rapport.html");
  return {
    "a report on all is written where it is wanted": async (page) => {
      await runCommand(page, command("command.report"));
      await page.locator(".quick-input-list").getByText(text("All establishments"), { exact: true }).click();
      const box = page.locator(".quick-input-widget input[type=text]");
      await until("the dialog", async () => (await box.inputValue()).endsWith(".html"));
      await box.fill(file);
      await box.press("Enter");
      await until("the file", () => existsSync(file));
    },
    "the report has no fault that axe finds, light or dark": async (page) => {
      await until("the whole report", () => readFileSync(file, "utf8").includes("</html>"));
      const report = readFileSync(file, "utf8");
      await examinedPage(page, report);
      if (report.split('<a href="#e').length !== 45) throw new Error("not all are in it");
    },
  };
}

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openView, openWalkthrough, runCommand } from "../../host/workbench.ts";
import { answerStep, chooseQuestions } from "./question-driver.ts";
import type { UiStep } from "./ui-report.ts";
import { waitForText } from "./ui-steps.ts";

/** The first contact: a new establishment, a new school year, and the walkthrough that ticks what was done. */
export function firstContact(folder: string): Record<string, UiStep> {
  return { ...openedWalkthrough(), ...newEstablishmentSteps(folder), ...modelSteps(folder), ...laterSteps() };
}

async function askForEstablishment(page: Page): Promise<void> {
  await runCommand(page, "Rentrée: New Establishment");
  await chooseQuestions(page, "From a Few Questions");
}

function newEstablishmentSteps(folder: string): Record<string, UiStep> {
  return {
    "a new establishment is asked for, with a way back, and written": async (page) => {
      await askForEstablishment(page);
      await answerStep(page, 1, "Lycée des Ormes");
      await answerStep(page, 2, "0759901A");
      await page.getByText("The letter that goes with the digits 0759901 is E.").waitFor();
      await page.locator(".quick-input-titlebar .codicon-quick-input-back").click();
      await answerStep(page, 1, "Lycée polyvalent des Ormes");
      await answerStep(page, 2, "0759901");
      await answerStep(page, 3);
      await answerStep(page, 4);
      await answerStep(page, 5);
      await answerStep(page, 6, "lycee-des-ormes");
      const marker = join(folder, "lycee-des-ormes/etablissement.pronote.yaml");
      for (const line of ["herite-de: ../academie.pronote.yaml", "rne: 0759901E", "type: lycee-polyvalent"])
        await waitForText(marker, line);
      await page.locator(".explorer-viewlet").getByRole("treeitem", { name: "lycee-des-ormes" }).waitFor();
      await openView(page, "Rentrée");
      // The tree renders only visible items: when it is collapsed, both establishments are visible.
      await page.getByRole("button", { name: "Collapse All" }).first().click();
      await page.getByRole("treeitem", { name: "Lycée polyvalent des Ormes" }).first().waitFor();
    },
    "Escape leaves nothing of a new establishment": async (page) => {
      const before = readdirSync(folder);
      await askForEstablishment(page);
      await answerStep(page, 1, "Collège de trop");
      await answerStep(page, 2, "0759950");
      await page.locator(".quick-input-title").getByText("(3/").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      if (readdirSync(folder).length !== before.length) throw new Error("something was made");
    },
  };
}

function modelSteps(folder: string): Record<string, UiStep> {
  return {
    "a sister school is the model of another one": async (page) => {
      await askForEstablishment(page);
      await answerStep(page, 1, "Collège <b>du Pré</b>");
      await answerStep(page, 2, "0759950H");
      await answerStep(page, 3, "des Tilleuls");
      await answerStep(page, 4);
      await answerStep(page, 5, "college-du-pre");
      const marker = join(folder, "college-du-pre/etablissement.pronote.yaml");
      await waitForText(marker, 'nom: "Collège <b>du Pré</b>"');
      if (/martin|deroulement:/.test(readFileSync(marker, "utf8")))
        throw new Error("people or ticks were taken over");
    },
    "a folder without write access is told": async (page) => {
      // Whoever may write everywhere is stopped by a file in place of the folder.
      writeFileSync(join(folder, "ferme"), "");
      await askForEstablishment(page);
      await answerStep(page, 1, "Collège du Mur");
      await answerStep(page, 2, "0759951");
      await answerStep(page, 3);
      await answerStep(page, 4);
      await answerStep(page, 5);
      await answerStep(page, 6, "ferme/dedans");
      await page.locator("#status\\.notifications:has(.codicon-bell-dot)").click();
      await page
        .locator(".notifications-center")
        .getByText(/The establishment was not made/)
        .waitFor();
      rmSync(join(folder, "ferme"));
      await page.keyboard.press("Escape");
    },
  };
}

function laterSteps(): Record<string, UiStep> {
  return {
    "a new school year is looked through before it is written": async (page) => {
      await runCommand(page, "Rentrée: New School Year");
      await page.locator(".quick-input-title").getByText("New School Year").waitFor();
      await page.locator(".quick-input-widget input[type=text]").fill("des Tilleuls");
      await page.keyboard.press("Enter");
      await page.getByText("Refactor Preview").first().waitFor();
      await page.getByRole("button", { name: "Discard" }).click();
    },
    "the walkthrough ticks what was done": async (page) => {
      await openWalkthrough(page, "First steps with Rentrée");
      const done = page.locator(".getting-started-step:has(.codicon-getting-started-step-checked)");
      for (const title of ["Create an establishment", "Open the checklist"])
        await done.filter({ hasText: title }).first().waitFor();
      const open = page.locator(".getting-started-step:has(.codicon-getting-started-step-unchecked)");
      await open.filter({ hasText: "Follow a reference" }).first().waitFor();
    },
  };
}

/** VS Code sees what completes a step from the moment on at which a walkthrough was first opened. */
function openedWalkthrough(): Record<string, UiStep> {
  return {
    "the walkthrough has six steps": async (page) => {
      await openWalkthrough(page, "First steps with Rentrée");
      const steps = page.locator(".getting-started-step");
      await steps.nth(5).waitFor();
      if ((await steps.count()) !== 6) throw new Error(`${await steps.count()} steps`);
    },
  };
}

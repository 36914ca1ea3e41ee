import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { openFromExplorer, openProblems, openView, runCommand } from "../../host/workbench.ts";
import { copyWorkspace } from "./run.ts";

// What a person sees and does: the packaged extension, installed as a user would, its page driven as a user would.
const VSIX = join(ROOT, "dist/rentree.vsix");
const SCHOOL = "college-des-tilleuls";

const { folder, remove } = copyWorkspace();
const server = await startCodeServer({ vsix: VSIX, settings: { "rentree.language": "en" } });
const browser = await openBrowser();
let passed = 0;
let failed = 0;
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(workbenchUrl(server, { folder }));
  for (const [name, act] of Object.entries(steps())) await step(page, name, act);
  await page.screenshot({ path: join(ROOT, "dist/ui.png") });
} finally {
  await browser.close();
  await server.stop();
  remove();
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function steps(): Record<string, (page: Page) => Promise<unknown>> {
  return {
    "a file opens from the explorer": (page) => openFromExplorer(page, SCHOOL, "etablissement.pronote.yaml"),
    "the language of the file is ours": (page) =>
      page.locator("#status\\.editor\\.mode").getByText("PRONOTE").waitFor(),
    "a squiggle is drawn under the fault": (page) => page.locator(".squiggly-error").first().waitFor(),
    "a hover tells what is wrong and what the key means": async (page) => {
      await page.locator(".view-line").getByText("oui", { exact: false }).first().hover();
      await page.locator(".monaco-hover").getByText("oui").first().waitFor();
      await page.keyboard.press("Escape");
    },
    "the Problems panel lists the finding": async (page) => {
      await openProblems(page);
      await page.locator(".markers-panel").getByText("martni").first().waitFor();
    },
    "the name of the rule leads to its page": async (page) => {
      await page
        .locator(".markers-panel")
        .getByRole("link", { name: /^[a-z]+(-[a-z]+)+$/ })
        .first()
        .click();
      await page.getByRole("tab", { name: /^Preview / }).waitFor();
      const preview = page.frameLocator("iframe.webview").frameLocator("#active-frame");
      await preview.locator("h1").waitFor();
    },
    "the checklist shows the establishment": async (page) => {
      await openView(page, "Rentrée");
      await page.getByRole("treeitem", { name: "Collège des Tilleuls" }).waitFor();
    },
    "a tick asks who, and is written": async (page) => {
      await page.locator(".custom-view-tree-node-item-checkbox").first().click();
      await answer(page, "Who ticks the checklist?", "c.durand");
      await written(join(folder, SCHOOL, "deroulement.pronote.yaml"), "par: c.durand");
    },
    "a new establishment is asked for and written": async (page) => {
      await runCommand(page, "Rentrée: New Establishment");
      await answer(page, "New Establishment (1 of 3): name", "Lycée des Ormes");
      await answer(page, "New Establishment (2 of 3): RNE", "0759998K");
      await answer(page, "New Establishment (3 of 3): folder");
      await written(join(folder, "lycee-des-ormes/etablissement.pronote.yaml"), "nom: Lycée des Ormes");
      await page.getByRole("treeitem", { name: "Lycée des Ormes" }).waitFor();
    },
  };
}

/** Types into the box of that title, or takes what it proposes. */
async function answer(page: Page, title: string, text?: string): Promise<void> {
  await page.locator(".quick-input-title").getByText(title, { exact: true }).waitFor();
  const box = page.locator(".quick-input-widget input[type=text]");
  if (text !== undefined) await box.fill(text);
  await box.press("Enter");
}

async function written(path: string, text: string): Promise<void> {
  for (const limit = Date.now() + 15_000; Date.now() < limit; ) {
    if (existsSync(path) && readFileSync(path, "utf8").includes(text)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`“${text}” was not written to ${path}`);
}

async function step(page: Page, name: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  const started = Date.now();
  try {
    await act(page);
    passed++;
    process.stdout.write(`  ok   ${name} (${Date.now() - started} ms)\n`);
  } catch (fault) {
    failed++;
    process.stdout.write(`FAILED ${name}\n${fault instanceof Error ? fault.message : fault}\n`);
    await page.screenshot({ path: join(ROOT, `dist/failed-ui-${failed}.png`) });
    await page.keyboard.press("Escape");
  }
}

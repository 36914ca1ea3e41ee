import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { PATIENCE } from "../../support/patience.ts";
import { copyWorkspace } from "./run.ts";
import { english, french, type UiStep } from "./ui-steps.ts";

// Tests the user interface of the packaged extension: it is installed and used as a user would.
const VSIX = join(ROOT, "dist/rentree.vsix");

let passed = 0;
let failed = 0;
await session("en", english);
await session("fr", french);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function session(
  language: "en" | "fr",
  steps: (folder: string) => Record<string, UiStep>,
): Promise<void> {
  const { folder, remove } = copyWorkspace();
  const server = await startCodeServer({ vsix: VSIX, ...(language === "fr" ? { language } : {}) });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(workbenchUrl(server, { folder }));
    for (const [name, act] of Object.entries(steps(folder))) await step(page, `${language}: ${name}`, act);
    await page.screenshot({ path: join(ROOT, `dist/ui-${language}.png`) });
  } finally {
    await browser.close();
    await server.stop();
    remove();
  }
}

async function step(page: Page, name: string, act: UiStep): Promise<void> {
  const started = Date.now();
  try {
    await act(page);
    passed++;
    process.stdout.write(`  ok   ${name} (${Date.now() - started} ms)\n`);
  } catch (error) {
    failed++;
    process.stdout.write(`failed ${name}\n${error instanceof Error ? error.message : error}\n`);
    await page.screenshot({ path: join(ROOT, `dist/failed-ui-${failed}.png`) });
    await page.keyboard.press("Escape");
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost } from "../../host/web-host.ts";
import { fleetFiles } from "../../support/fleet.ts";
import { PATIENCE } from "../../support/patience.ts";
import { fleetSteps, glanceSteps } from "./fleet-steps.ts";
import { pageSteps } from "./page-steps.ts";
import { UiReport } from "./ui-report.ts";
import { windowSteps } from "./window-steps.ts";

// Looks after 44 establishments in a real browser: in French and dark, in English and light; and at them in the web host.
const report = new UiReport("fleet");
await session("fr", "Default Dark Modern");
await session("en", "Default Light Modern");
await inWeb();
report.end();

async function session(language: "en" | "fr", theme: string): Promise<void> {
  const folder = academie();
  const settings = { "workbench.colorTheme": theme, "rentree.checklist.author": "c.durand" };
  const server = await startCodeServer({ settings, ...(language === "fr" ? { language } : {}) });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(workbenchUrl(server, { folder, extension: ROOT }));
    const once =
      language === "fr" ? { ...windowSteps(folder, language), ...pageSteps(language, folder) } : {};
    await report.run(page, language, { ...fleetSteps(folder, language), ...once });
    await page.screenshot({ path: join(ROOT, `dist/fleet-${language}.png`) });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The server is a worker there, and the files are the client's. */
async function inWeb(): Promise<void> {
  const folder = academie();
  const host = await startWebHost({ folder });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(host.url);
    await report.run(page, "web", glanceSteps("en"));
  } finally {
    await browser.close();
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A folder with 44 establishments. */
function academie(): string {
  const folder = mkdtempSync(join(tmpdir(), "rentree-fleet-"));
  for (const [path, text] of Object.entries(fleetFiles(44))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

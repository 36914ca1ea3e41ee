import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { fleetFiles } from "../../support/fleet.ts";
import { PATIENCE } from "../../support/patience.ts";
import { fleetSteps } from "./fleet-steps.ts";
import { pageSteps } from "./page-steps.ts";
import { UiReport } from "./ui-report.ts";
import { windowSteps } from "./window-steps.ts";

// Looks after 44 establishments in a real browser: in French and dark, in English and light.
const report = new UiReport("fleet");
await session("fr", "Default Dark Modern");
await session("en", "Default Light Modern");
report.end();

async function session(language: "en" | "fr", theme: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rentree-fleet-"));
  for (const [path, text] of Object.entries(fleetFiles(44))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const settings = { "workbench.colorTheme": theme, "rentree.checklist.author": "c.durand" };
  const server = await startCodeServer({ settings, ...(language === "fr" ? { language } : {}) });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(workbenchUrl(server, { folder, extension: ROOT }));
    const once = language === "fr" ? { ...windowSteps(folder, language), ...pageSteps(language) } : {};
    await report.run(page, language, { ...fleetSteps(folder, language), ...once });
    await page.screenshot({ path: join(ROOT, `dist/fleet-${language}.png`) });
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

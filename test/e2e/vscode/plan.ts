import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost, viewsOnOneHost } from "../../host/web-host.ts";
import { PATIENCE } from "../../support/patience.ts";
import { type PlanSetting, planSteps } from "./plan-steps.ts";
import { copyWorkspace } from "./run.ts";
import { UiReport } from "./ui-report.ts";

// Works a whole school through in the plan, in a real browser: in the Node extension host in French and dark, in the web
// extension host in English and light.
const report = new UiReport("plan");
if (process.env["ONLY"] !== "web") await inNode();
if (process.env["ONLY"] !== "node") await inWeb();
report.end();

async function inNode(): Promise<void> {
  const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
  const settings = { "workbench.colorTheme": "Default Dark Modern" };
  const server = await startCodeServer({ language: "fr", settings });
  try {
    const url = workbenchUrl(server, { folder, extension: ROOT });
    await session("node, fr, dark", url, { language: "fr", folder });
  } finally {
    await server.stop();
    remove();
  }
}

async function inWeb(): Promise<void> {
  const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
  // The web build takes no settings of the user from outside.
  mkdirSync(join(folder, ".vscode"));
  const settings = { "workbench.colorTheme": "Default Light Modern", "workbench.startupEditor": "none" };
  writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
  const host = await startWebHost({ folder });
  try {
    await session("web, en, light", host.url, { language: "en" }, (page) => viewsOnOneHost(page, host.url));
  } finally {
    await host.stop();
    remove();
  }
}

async function session(
  name: string,
  url: string,
  setting: PlanSetting,
  prepare = async (_: Page) => {},
): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await prepare(page);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await report.run(page, name, planSteps(setting));
  } finally {
    await browser.close();
  }
}

import { join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost } from "../../host/web-host.ts";
import { PATIENCE } from "../../support/patience.ts";
import { compareSteps } from "./compare-steps.ts";
import { copyWorkspace } from "./run.ts";
import { UiReport, type UiStep } from "./ui-report.ts";

// Holds lists of PRONOTE against the examples in a real browser: in the Node extension host in French and dark, in the web one in English.
const report = new UiReport("compare");
const hosts = process.argv.slice(2);
if (hosts.length === 0 || hosts.includes("node")) await nodeSession();
if (hosts.length === 0 || hosts.includes("web")) await webSession();
report.end();

/** What a person does; `folder` is undefined where what is changed stays in the browser. */
function steps(language: "en" | "fr", folder: string | undefined): Record<string, UiStep> {
  return { ...compareSteps({ language, folder }) };
}

async function nodeSession(): Promise<void> {
  const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
  const settings = { "workbench.colorTheme": "Default Dark Modern", "rentree.checklist.author": "c.durand" };
  const server = await startCodeServer({ settings, language: "fr" });
  try {
    await inBrowser(workbenchUrl(server, { folder, extension: ROOT }), "fr", steps("fr", folder));
  } finally {
    await server.stop();
    remove();
  }
}

async function webSession(): Promise<void> {
  const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
  const host = await startWebHost({ folder });
  try {
    await inBrowser(host.url, "en", steps("en", undefined));
  } finally {
    await host.stop();
    remove();
  }
}

async function inBrowser(url: string, session: string, all: Record<string, UiStep>): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await report.run(page, session, all);
  } finally {
    await browser.close();
  }
}

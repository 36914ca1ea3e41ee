import { join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost } from "../../host/web-host.ts";
import { PATIENCE } from "../../support/patience.ts";
import { planSteps } from "./plan-steps.ts";
import { copyWorkspace } from "./run.ts";
import { UiReport, type UiStep } from "./ui-report.ts";

// Works a whole school through in the plan, in a real browser: in French and dark in the Node extension host, in English
// and light in the web one, where nothing says who ticks until it is asked. With an argument, `node` or `web`, only in that
// one.
const [only] = process.argv.slice(2);
const report = new UiReport("plan");
const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
try {
  if (only !== "web") await inNode();
  if (only !== "node") await inWeb();
} finally {
  remove();
}
report.end();

async function inNode(): Promise<void> {
  const settings = { "workbench.colorTheme": "Default Dark Modern", "rentree.checklist.author": "c.durand" };
  const server = await startCodeServer({ settings, language: "fr" });
  const url = workbenchUrl(server, { folder, extension: ROOT });
  await session("fr", url, planSteps({ language: "fr", folder })).finally(server.stop);
}

async function inWeb(): Promise<void> {
  const host = await startWebHost({ folder: join(ROOT, "examples") });
  await session("en", host.url, planSteps({ language: "en" })).finally(host.stop);
}

async function session(name: string, url: string, steps: Readonly<Record<string, UiStep>>): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, colorScheme: "light" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await report.run(page, name, steps);
  } finally {
    await browser.close();
  }
}

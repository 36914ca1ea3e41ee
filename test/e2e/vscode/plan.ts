import { join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { PATIENCE } from "../../support/patience.ts";
import { planSteps } from "./plan-steps.ts";
import { copyWorkspace } from "./run.ts";
import { UiReport } from "./ui-report.ts";

// Works a whole school through in the plan, in a real browser: in French and dark, in English and light. In the Node
// extension host only: the pages of views in the web build stay empty in a browser without a display.
const report = new UiReport("plan");
await session("fr", "Default Dark Modern");
await session("en", "Default Light Modern");
report.end();

async function session(language: "en" | "fr", theme: string): Promise<void> {
  const { folder, remove } = copyWorkspace(join(ROOT, "examples"));
  const settings = { "workbench.colorTheme": theme, "rentree.checklist.author": "c.durand" };
  const server = await startCodeServer({ settings, ...(language === "fr" ? { language } : {}) });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(workbenchUrl(server, { folder, extension: ROOT }));
    await report.run(page, language, planSteps({ language, folder }));
  } finally {
    await browser.close();
    await server.stop();
    remove();
  }
}

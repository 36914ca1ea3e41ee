import { join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { PATIENCE } from "../../support/patience.ts";
import { firstContact } from "./first-contact-steps.ts";
import { copyWorkspace } from "./run.ts";
import { UiReport, type UiStep } from "./ui-report.ts";
import { english, french } from "./ui-steps.ts";

// Tests the user interface of the packaged extension: it is installed and used as a user would.
const VSIX = join(ROOT, "dist/rentree.vsix");

const report = new UiReport("ui");
await session("en", (folder) => ({ ...english(folder), ...firstContact(folder) }));
await session("fr", french);
report.end();

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
    await report.run(page, language, steps(folder));
    await page.screenshot({ path: join(ROOT, `dist/ui-${language}.png`) });
  } finally {
    await browser.close();
    await server.stop();
    remove();
  }
}

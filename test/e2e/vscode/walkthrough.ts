import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost } from "../../host/web-host.ts";
import { PATIENCE } from "../../support/patience.ts";
import { emptyStates } from "./empty-states-steps.ts";
import { UiReport, type UiStep } from "./ui-report.ts";
import { walkthroughSteps } from "./walkthrough-steps.ts";

// The first five minutes in an empty folder: in French in the Node extension host, in English in the web extension host.
// With an argument, `node` or `web`, only in that one.
const [only] = process.argv.slice(2);
const report = new UiReport("walkthrough");
if (only !== "web") await inFrench();
if (only !== "node") await inTheBrowser();
report.end();

async function inFrench(): Promise<void> {
  const folder = emptyFolder();
  const other = emptyFolder();
  const settings = { "workbench.colorTheme": "Default Dark Modern" };
  const server = await startCodeServer({ settings, language: "fr" });
  try {
    await session("fr", workbenchUrl(server, { folder, extension: ROOT }), {
      // The server is found, to be stopped, by what Linux tells of processes.
      afterwards:
        process.platform === "linux"
          ? emptyStates({
              withoutFolder: workbenchUrl(server, { extension: ROOT }),
              withFolder: workbenchUrl(server, { folder: other, extension: ROOT }),
              folder: other,
            })
          : {},
    });
  } finally {
    await server.stop();
    for (const one of [folder, other]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inTheBrowser(): Promise<void> {
  const folder = emptyFolder();
  const host = await startWebHost({ folder });
  try {
    // The welcome page of VS Code opens late, in place of what is shown by then.
    const started: UiStep = (page) => page.getByText("Show welcome page on startup").waitFor();
    await session("en", host.url, { started });
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session(
  language: "en" | "fr",
  url: string,
  { started, afterwards = {} }: { started?: UiStep; afterwards?: Readonly<Record<string, UiStep>> },
): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await started?.(page);
    await report.run(page, language, walkthroughSteps(language));
    await page.screenshot({ path: join(ROOT, `dist/walkthrough-${language}.png`) });
    await report.run(page, language, afterwards);
  } finally {
    await browser.close();
  }
}

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "rentree-empty-"));
}

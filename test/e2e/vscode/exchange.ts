import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../../host/browser.ts";
import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { startWebHost } from "../../host/web-host.ts";
import { FIXTURES } from "../../support/make-fixtures.ts";
import { PATIENCE } from "../../support/patience.ts";
import { diskSteps, menuSteps } from "./import-steps.ts";
import { refreshSteps } from "./refresh-steps.ts";
import { UiReport } from "./ui-report.ts";

// What goes in and out of a configuration, in a real browser: exports of other programs are imported.
const report = new UiReport("exchange");
await inNode();
await inWeb();
report.end();

/** A folder with an establishment that nothing was imported into, and exports beside it. */
function schoolFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rentree-exchange-"));
  cpSync(join(ROOT, "examples/academie.pronote.yaml"), join(folder, "academie.pronote.yaml"));
  const school = join(folder, "college-des-tilleuls");
  cpSync(join(ROOT, "examples/college-des-tilleuls"), school, { recursive: true });
  rmSync(join(school, "importe"), { recursive: true });
  const sts = readFileSync(join(FIXTURES, "stsweb/sts_emp_0759998K_2026.xml"), "latin1");
  writeFileSync(
    join(folder, "neuf.xml"),
    sts.replace('UAJ CODE="0759998K"', 'UAJ CODE="0759914U"'),
    "latin1",
  );
  for (const name of ["stsweb/sts_emp_0759998K_2026.xml", "exports/Structures.xml", "exports/EXP_COURS.csv"])
    copyFileSync(join(FIXTURES, name), join(folder, name.split("/")[1] ?? ""));
  return folder;
}

async function inNode(): Promise<void> {
  const folder = schoolFolder();
  const server = await startCodeServer({ settings: { "rentree.checklist.author": "c.durand" } });
  try {
    await session(workbenchUrl(server, { folder, extension: ROOT }), "node", folder);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** In the web, the server is a worker that reads no file: the client sends it what the files hold. */
async function inWeb(): Promise<void> {
  const folder = schoolFolder();
  const host = await startWebHost({ folder });
  try {
    await session(host.url, "web", folder);
  } finally {
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function session(url: string, host: "node" | "web", folder: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page: Page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    const onDisk = host === "node" ? { ...refreshSteps(folder), ...diskSteps(folder) } : {};
    await report.run(page, host, { ...menuSteps(), ...onDisk });
    await page.screenshot({ path: join(ROOT, `dist/exchange-${host}.png`) });
  } finally {
    await browser.close();
  }
}

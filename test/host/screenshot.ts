import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { PATIENCE } from "../support/patience.ts";
import { openBrowser } from "./browser.ts";
import { startCodeServer, workbenchUrl } from "./code-server.ts";
import { ROOT } from "./install.ts";
import { openFromExplorer, openProblems, openView } from "./workbench.ts";

// `npm run screenshot`: takes the pictures of both READMEs, of the packaged extension in VS Code, with the examples open.
await take("en", "Default Light Modern", "editor.png");
await take("fr", "Default Dark Modern", "editor.fr.png");

async function take(language: "en" | "fr", theme: string, name: string): Promise<void> {
  const server = await startCodeServer({
    vsix: join(ROOT, "dist/rentree.vsix"),
    ...(language === "fr" ? { language } : {}),
    settings: {
      "rentree.language": language,
      "workbench.colorTheme": theme,
      "editor.minimap.enabled": false,
      "window.commandCenter": false,
      "workbench.layoutControl.enabled": false,
      "breadcrumbs.enabled": false,
    },
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 });
    const picture = join(ROOT, "client/media", name);
    await arrange(page, workbenchUrl(server, { folder: join(ROOT, "examples") }));
    mkdirSync(dirname(picture), { recursive: true });
    await page.screenshot({ path: picture });
    process.stdout.write(`${picture}\n`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Shows a file with mistakes, its findings and the checklist. */
async function arrange(page: Page, url: string): Promise<void> {
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await openFromExplorer(page, "college-a-corriger", "etablissement.pronote.yaml");
  await page.locator(".squiggly-error").first().waitFor();
  await openProblems(page);
  // Shows only the findings of the open file.
  await page
    .locator(".markers-panel-container input, .viewpane-filter input")
    .first()
    .fill("**/college-a-corriger/etablissement.*");
  await openView(page, "Rentrée");
  const school = page.getByRole("treeitem", { name: /^Collège du Vieux-Moulin/ }).first();
  await school.waitFor();
  if ((await school.getAttribute("aria-expanded")) !== "true") await school.click();
  // Hides notifications of the new installation.
  await page.keyboard.press("Escape");
  await page.locator(".notification-toast").waitFor({ state: "hidden" });
  // Widens the side bar, as titles of items are long.
  const edge = (await page.locator(".sidebar").boundingBox())?.width ?? 300;
  const at = (await page.locator(".sidebar").boundingBox())?.x ?? 48;
  await page.mouse.move(at + edge + 2, 300);
  await page.mouse.down();
  await page.mouse.move(at + edge + 110, 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(900, 300);
  await page.waitForTimeout(1500);
}

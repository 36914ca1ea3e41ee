import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PATIENCE } from "../support/patience.ts";
import { openBrowser } from "./browser.ts";
import { startCodeServer, workbenchUrl } from "./code-server.ts";
import { ROOT } from "./install.ts";
import { openFromExplorer, openProblems, openView } from "./workbench.ts";

// `npm run screenshot`: the README's picture, of the packaged extension in a real editor on the examples.
const PICTURE = join(ROOT, "client/media/editor.png");
const server = await startCodeServer({
  vsix: join(ROOT, "dist/rentree.vsix"),
  settings: {
    "rentree.language": "en",
    "workbench.colorTheme": "Default Light Modern",
    "editor.minimap.enabled": false,
    "window.commandCenter": false,
    "workbench.layoutControl.enabled": false,
    "breadcrumbs.enabled": false,
  },
});
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(PATIENCE);
  await page.goto(workbenchUrl(server, { folder: join(ROOT, "examples") }));
  await openFromExplorer(page, "college-a-corriger", "etablissement.pronote.yaml");
  await page.locator(".squiggly-error").first().waitFor();
  await openProblems(page);
  // The findings of the file that is shown, out of the hundred of the examples.
  await page
    .locator(".markers-panel-container input, .viewpane-filter input")
    .first()
    .fill("**/college-a-corriger/etablissement.*");
  await openView(page, "Rentrée");
  const school = page.getByRole("treeitem", { name: /^Collège / }).first();
  await school.waitFor();
  if ((await school.getAttribute("aria-expanded")) !== "true") await school.click();
  // Toasts about what a throw-away installation lacks are no part of the picture.
  await page.keyboard.press("Escape");
  await page.locator(".notification-toast").waitFor({ state: "hidden" });
  // The names of items are sentences: the side bar gets the room for them.
  const edge = (await page.locator(".sidebar").boundingBox())?.width ?? 300;
  const at = (await page.locator(".sidebar").boundingBox())?.x ?? 48;
  await page.mouse.move(at + edge + 2, 300);
  await page.mouse.down();
  await page.mouse.move(at + edge + 110, 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(900, 300);
  await page.waitForTimeout(1500);
  mkdirSync(dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await server.stop();
}

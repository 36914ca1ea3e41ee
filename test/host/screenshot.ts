import { mkdirSync } from "node:fs";
import { join } from "node:path";
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
  const page = await browser.newPage({ viewport: { width: 1240, height: 760 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(30_000);
  await page.goto(workbenchUrl(server, { folder: join(ROOT, "examples") }));
  await openFromExplorer(page, "college-a-corriger", "etablissement.pronote.yaml");
  await page.locator(".squiggly-error").first().waitFor();
  await openProblems(page);
  await openView(page, "Rentrée");
  await page
    .getByRole("treeitem", { name: /^Collège / })
    .first()
    .waitFor();
  // Toasts about what a throw-away installation lacks are no part of the picture.
  await page.keyboard.press("Escape");
  await page.locator(".notification-toast").waitFor({ state: "hidden" });
  await page.mouse.move(900, 400);
  await page.waitForTimeout(1500);
  mkdirSync(join(PICTURE, ".."), { recursive: true });
  await page.screenshot({ path: PICTURE });
  process.stdout.write(`${PICTURE}\n`);
} finally {
  await browser.close();
  await server.stop();
}

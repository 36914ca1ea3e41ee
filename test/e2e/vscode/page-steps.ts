import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "../../host/install.ts";
import { examined } from "./plan-driver.ts";
import type { UiStep } from "./ui-report.ts";

/** Pages that the command line makes of examples, and that people are handed. */
const PAGES = {
  "the report on one": ["report", "examples/college-des-tilleuls"],
  "the checklist": ["checklist", "examples/college-a-corriger"],
  // With settings of no step.
  "the plan": ["plan", "examples/lycee-de-la-rade"],
};

/** The width of a sheet of A4 in landscape without its margins of 12 mm, in pixels of CSS. */
const SHEET = ((297 - 24) * 96) / 25.4;

/** The pages that are handed on, as axe sees them and as they are printed. In `folder` there are 44 establishments. */
export function pageSteps(language: "en" | "fr", folder: string): Record<string, UiStep> {
  const examples = Object.entries(PAGES).map(([name, args]) => [
    `${name} of an example has no fault that axe finds, light or dark`,
    (page: Page) => examinedPage(page, pageOf(args, language)),
  ]);
  return {
    ...Object.fromEntries(examples),
    "the checklist of 44 establishments fits on a sheet of paper": (page) =>
      printedPage(page, pageOf(["checklist", folder], language)),
  };
}

function pageOf(args: readonly string[], language: "en" | "fr"): string {
  const program = [join(ROOT, "dist/rentree.cjs"), ...args, "--format", "html", "--lang", language];
  const { stdout } = spawnSync(process.execPath, program, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (!stdout.trimEnd().endsWith("</html>")) throw new Error("no whole page");
  return stdout;
}

/** Throws if a table of a page would be cut at the right of a sheet of paper. */
async function printedPage(page: Page, html: string): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  const other = await browser.newPage({ viewport: { width: Math.floor(SHEET), height: 700 } });
  try {
    await other.setContent(html);
    await other.emulateMedia({ media: "print" });
    const right = await other.locator("table").evaluate((table) => table.getBoundingClientRect().right);
    if (right > SHEET) throw new Error(`the table ends at ${right} of ${SHEET} pixels`);
  } finally {
    await other.close();
  }
}

/** Throws if axe finds a fault in a page of HTML, light or dark. */
export async function examinedPage(page: Page, html: string): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  for (const colorScheme of ["light", "dark"] as const) {
    const other = await browser.newPage({ colorScheme });
    try {
      await other.setContent(html);
      await examined(other.mainFrame());
    } finally {
      await other.close();
    }
  }
}

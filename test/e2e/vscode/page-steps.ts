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

/** The pages that are handed on, as axe sees them. */
export function pageSteps(language: "en" | "fr"): Record<string, UiStep> {
  return Object.fromEntries(
    Object.entries(PAGES).map(([name, args]) => [
      `${name} of an example has no fault that axe finds, light or dark`,
      async (page: Page) => {
        const program = [join(ROOT, "dist/rentree.cjs"), ...args, "--format", "html", "--lang", language];
        const { stdout } = spawnSync(process.execPath, program, {
          cwd: ROOT,
          encoding: "utf8",
          maxBuffer: 2 ** 26,
        });
        if (!stdout.trimEnd().endsWith("</html>")) throw new Error("no whole page");
        await examinedPage(page, stdout);
      },
    ]),
  );
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

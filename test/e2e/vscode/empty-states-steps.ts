import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { items } from "../../../server/src/schema/checklist.ts";
import { ROOT } from "../../host/install.ts";
import { openView, runCommand } from "../../host/workbench.ts";
import { until } from "./plan-driver.ts";
import { textsIn } from "./plan-texts.ts";
import type { UiStep } from "./ui-report.ts";

/** Windows in which there is nothing to show yet. */
export interface EmptyWindows {
  /** The URL of a window without any folder. */
  readonly withoutFolder: string;
  /** That of a window with `folder`, which is empty. */
  readonly withFolder: string;
  readonly folder: string;
}

const { command, text } = textsIn("fr");
const CLEAR = "Notifications: Clear All Notifications";

/** What the view of the checklist says, in French, while it is empty; nothing pops up but what somebody asked for. */
export function emptyStates({ withoutFolder, withFolder, folder }: EmptyWindows): Record<string, UiStep> {
  return {
    "no folder: the view says what appears there, and how to begin": async (page) => {
      await page.goto(withoutFolder);
      await openView(page, "Rentrée");
      await welcomed(page, "welcome.noFolder");
    },
    "no establishment: the view says what one is, and how to make one": async (page) => {
      await page.goto(withFolder);
      await openView(page, "Rentrée");
      await welcomed(page, "welcome.noEstablishment");
    },
    "who asks why Rentrée is inactive is told": async (page) => {
      await runCommand(page, command("command.whyInactive"));
      await told(page, "No file is open. Rentrée works in files whose name ends with .pronote.yaml.");
      await runCommand(page, CLEAR);
    },
    "the configurations are being read: the view says so": async (page) => {
      const before = servers();
      await page.goto(withFolder);
      await openView(page, "Rentrée");
      const server = await started(before);
      process.kill(server, "SIGSTOP");
      try {
        await welcomed(page, "welcome.reading");
      } finally {
        process.kill(server, "SIGCONT");
      }
      await welcomed(page, "welcome.noEstablishment");
    },
    "the server stays off: the view says so, and starts it again": restartedByHand,
    ...allDone(folder),
  };
}

/** So many ends in a short time, and the server is not started again. */
const ENDS = 3;

async function restartedByHand(page: Page): Promise<void> {
  for (let times = 0, seen: readonly number[] = []; times < ENDS; times++) {
    const server = await started(seen);
    seen = servers();
    process.kill(server, "SIGKILL");
  }
  // That a server ended is told as it happens; the view says it as long as it is so.
  await checklist(page).getByRole("button", { name: "Le relancer" }).waitFor();
  await runCommand(page, CLEAR);
  await welcomed(page, "welcome.off");
  await runCommand(page, command("command.whyInactive"));
  await told(page, "The server is not running: nothing is checked until it is started again.");
  await runCommand(page, CLEAR);
  await checklist(page).getByRole("button", { name: "Le relancer" }).click();
  await welcomed(page, "welcome.noEstablishment");
}

/** The steps of somebody who has settled everything, and shows only what is left. */
function allDone(folder: string): Record<string, UiStep> {
  return {
    "all done: the view says that nothing is left": async (page) => {
      const school = join(folder, "college-fini");
      mkdirSync(school);
      const settled = items.map(({ slug }) => `  ${slug}: { sans-objet: essai, par: c.durand }\n`);
      writeFileSync(join(school, "deroulement.pronote.yaml"), `deroulement:\n${settled.join("")}`);
      writeFileSync(
        join(school, "etablissement.pronote.yaml"),
        "etablissement: { rne: 0759901E, nom: Collège fini, type: college, annee-scolaire: 2026-2027 }\n",
      );
      await checklist(page).getByText(text("All done: nothing is left to do."), { exact: true }).waitFor();
      await schoolLine(page).waitFor();
      await quiet(page);
      await picture(page, "all-done");
    },
    "all done, and only what is open is shown: the view says the same": async (page) => {
      // A view that is alone in its container has its buttons in the title of the container.
      const filter = command("command.checklist.filter").replace("Rentrée: ", "");
      await page.locator(".sidebar").getByRole("button", { name: filter }).click();
      await page.locator(".quick-input-list").getByText(text("open"), { exact: true }).click();
      await schoolLine(page).waitFor({ state: "detached" });
      await checklist(page).getByText(text("All done: nothing is left to do."), { exact: true }).waitFor();
      await checklist(page).locator(".welcome-view-content").waitFor({ state: "hidden" });
    },
  };
}

const schoolLine = (page: Page) => checklist(page).getByRole("treeitem", { name: "Collège fini" });

/** The view of the checklist. */
function checklist(page: Page): Locator {
  const title = command("view.checklist").replace("Rentrée: ", "");
  return page.locator(".pane", { has: page.locator(".pane-header", { hasText: title }) });
}

/** Waits until the view says exactly a text of the manifest, and sees that nothing popped up. */
async function welcomed(
  page: Page,
  name: `welcome.${string}` & Parameters<typeof command>[0],
): Promise<void> {
  const lines = command(name).replace("Rentrée: ", "").replaceAll("\n", "");
  const expected = lines.replaceAll(/\[(.+?)\]\(command:.*?\)/g, "$1");
  const content = checklist(page).locator(".welcome-view-content");
  try {
    await until("the welcome", async () => (await content.allTextContents()).join("") === expected);
  } catch {
    throw new Error(`“${(await content.allTextContents()).join("")}” instead of “${expected}”`);
  }
  await quiet(page);
  await picture(page, name.replace("welcome.", ""));
}

/** Waits for a notification with a text of the client; VS Code does not let each pop up, but lists it. */
async function told(page: Page, english: string): Promise<void> {
  const bell = page.locator("#status\\.notifications");
  const list = page.locator(".notifications-center.visible");
  await page.locator("#status\\.notifications:has(.codicon-bell-dot)").waitFor();
  await bell.click();
  await list.getByText(text(english), { exact: true }).waitFor();
  await picture(page, "why-inactive");
  await bell.click();
  await list.waitFor({ state: "detached" });
}

/** Waits until nothing pops up and no notification is new; while extensions start, VS Code has one about that. */
async function quiet(page: Page): Promise<void> {
  const shown = page.locator("#status\\.notifications:has(.codicon-bell-dot), .notification-toast");
  await until("no notification", async () => (await shown.count()) === 0);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(ROOT, `dist/empty-${name}.png`) });
}

/** Waits for a server that was not there before, and resolves to its process id. */
async function started(before: readonly number[]): Promise<number> {
  let server: number | undefined;
  await until("a server", () => {
    server = servers().find((pid) => !before.includes(pid));
    return server !== undefined;
  });
  return server ?? 0;
}

/** The process ids of the language servers that run below this process. */
function servers(): readonly number[] {
  const parents = new Map<number, number>();
  const found: number[] = [];
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1) ?? "";
      parents.set(Number(name), Number(stat.split(" ")[1]));
      if (readFileSync(`/proc/${name}/cmdline`, "utf8").includes("server.node.cjs")) found.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === process.pid || isOurs(parents.get(pid)));
  return found.filter(isOurs);
}

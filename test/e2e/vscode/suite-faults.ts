import * as vscode from "vscode";
import type { Rentree } from "../../../client/src/extension.ts";
import { PAGE_SCHEME, RULE_PAGES } from "../../../server/src/features/page-protocol.ts";
import { killedOne, serversOf } from "./server-processes.ts";
import { diagnostics, equal, file, open, rentree, until } from "./support.ts";

const CLASSES = "college-des-tilleuls/classes.pronote.yaml";
const isWeb = typeof process === "undefined" || process.versions?.node === undefined;

suite("Rentrée when its server dies", () => {
  let api: Rentree;
  let workers: Worker[] = [];
  const OriginalWorker = isWeb ? globalThis.Worker : undefined;

  suiteSetup(async () => {
    api = await rentree();
    if (!OriginalWorker) return;
    // The client makes its next workers by this one, so that they can be ended here.
    globalThis.Worker = class extends OriginalWorker {
      constructor(url: string | URL) {
        super(url);
        workers.push(this);
      }
    };
    await vscode.commands.executeCommand("rentree.restartServer");
    await until("a worker", () => workers.length > 0);
  });

  suiteTeardown(() => {
    if (OriginalWorker) globalThis.Worker = OriginalWorker;
  });

  /** Ends the server as a crash does. */
  async function kill(): Promise<void> {
    if (isWeb) {
      workers.at(-1)?.terminate();
      workers = [];
    } else for (const pid of await serversOf(process.pid)) process.kill(pid, "SIGKILL");
  }

  test("it is started again with what is open, and goes on", async () => {
    const editor = await open(CLASSES);
    const isThere = (text: string) => () =>
      diagnostics(CLASSES).some(({ message }) => message.includes(text));
    await until("the findings", isThere("martni"));
    const before = editor.document.getText();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "# relu\n"));
    await kill();
    await until(
      "the findings taken away, or a new server",
      async () => isWeb || (await serversOf(process.pid)).length > 0,
    );
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), before.replace("martni", "martnez")),
    );
    await until("the findings of the text that is open", isThere("martnez"));
    await until("the checklist", () => api.checklist().length === 1);
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), before));
    await until("the findings of the file", isThere("martni"));
  });

  test("one that dies again and again stays off, until it is started by hand", async function () {
    // A worker's end is noticed only after some time, each time.
    if (isWeb) this.skip();
    for (let times = 0; times < 6; times++) if (!(await killedOne())) break;
    await tellsThatItIsOff(api);
    await vscode.commands.executeCommand("rentree.restartServer");
    await until("the findings", () => diagnostics(CLASSES).length >= 2);
  });

  test("it is started again by hand while it is being started, at any moment", async function () {
    if (isWeb) this.skip();
    for (const wait of [0, 20, 100, 200, 300]) {
      await kill();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await vscode.commands.executeCommand("rentree.restartServer");
      // Its end is told five times in three minutes at most before it stays off, by which it is started by hand here.
      await until("the findings", () => diagnostics(CLASSES).length >= 2);
    }
  });
});

suite("Report a Problem", () => {
  test("a report tells of versions and counts, and names no file", async () => {
    await open(CLASSES);
    await vscode.commands.executeCommand("rentree.reportProblem");
    const document = await until("the report", () => {
      const now = vscode.window.activeTextEditor?.document;
      return now?.isUntitled && now.languageId === "markdown" ? now : undefined;
    });
    const text = document.getText();
    for (const part of ["Rentrée: ", "unknown-reference: ", "~~~~text"])
      if (!text.includes(part)) throw new Error(`no “${part}” in ${text}`);
    const names = [
      "tilleuls",
      "martni",
      ...file("")
        .path.split("/")
        .filter((name) => name.length > 4),
    ];
    equal(
      names.filter((name) => text.toLowerCase().includes(name.toLowerCase())),
      [],
    );
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

/** No finding is shown any more; commands end with a message; a page says it in its text. */
async function tellsThatItIsOff(api: Rentree): Promise<void> {
  await until("no findings", () => diagnostics(CLASSES).length === 0 && !api.isRunning());
  const [establishment] = api.checklist();
  await vscode.commands.executeCommand("rentree.checklist.refresh");
  await vscode.commands.executeCommand("rentree.newYear", { establishment });
  await vscode.commands.executeCommand("rentree.showEffective");
  await vscode.commands.executeCommand("notifications.clearAll");
  const page = await vscode.workspace.openTextDocument(
    vscode.Uri.from({ scheme: PAGE_SCHEME, path: `${RULE_PAGES}two-spr.md` }),
  );
  equal(page.getText(), "Rentrée could not do that: its server is not running.");
}

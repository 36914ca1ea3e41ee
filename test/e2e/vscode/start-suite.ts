import * as vscode from "vscode";
import { killedOne, serversOf } from "./server-processes.ts";
import { diagnostics, equal, open, rentree, until } from "./support.ts";

const CLASSES = "college-des-tilleuls/classes.pronote.yaml";

suite("Rentrée when its server ends while it is started", () => {
  test("it is started again, whether it has answered or not; a third end is the last", async function () {
    // A worker's end is noticed only after a minute, each time.
    if (typeof process === "undefined" || process.versions?.node === undefined) this.skip();
    const api = await rentree();
    const isOff = () => !api.isRunning();
    const editor = await open(CLASSES);
    const before = editor.document.getText();
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, before.replaceAll("martni", "martnez")));
    // The ends before this are counted: once the server stays off, the count begins anew.
    while (await killedOne());
    const start = await endingAtStart("answering", "loading");
    try {
      await vscode.commands.executeCommand("rentree.restartServer");
      await until("a server that lives", () => start.left().length === 0 && api.isRunning());
      await until("the findings of the text that is open", () =>
        diagnostics(CLASSES).some(({ message }) => message.includes("martnez")),
      );
      start.next("loading");
      await vscode.commands.executeCommand("rentree.restartServer");
      await until("no server", async () => isOff() && (await serversOf(process.pid)).length === 0);
      await new Promise((wake) => setTimeout(wake, 1_000));
      equal([isOff(), start.left()], [true, []]);
    } finally {
      start.end();
    }
    await vscode.commands.executeCommand("rentree.restartServer");
    await until("the findings", () => diagnostics(CLASSES).length >= 2);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

/** Where a server ends while it starts: before it answers `initialize`, or after that, before it is loaded. */
type StartStage = "answering" | "loading";

/** Ends the servers that are started from now on, one for each stage, the first at the first one. */
async function endingAtStart(...stages: readonly StartStage[]): Promise<{
  readonly left: () => readonly string[];
  readonly next: (...stages: readonly StartStage[]) => void;
  readonly end: () => void;
}> {
  const { mkdtempSync, readFileSync, rmSync, writeFileSync } = await import("node:fs");
  const folder = mkdtempSync(`${process.env["TMPDIR"] ?? "/tmp"}/rentree-ends-`);
  const file = `${folder}/stages`;
  const next = (...own: readonly StartStage[]) => writeFileSync(file, own.join("\n"));
  next(...stages);
  const script = `${folder}/ends.cjs`;
  writeFileSync(script, `(${endAtStage})(${JSON.stringify(file)}, require);`);
  const before = process.env["NODE_OPTIONS"];
  process.env["NODE_OPTIONS"] = `--require=${script}`;
  return {
    left: () => readFileSync(file, "utf8").split("\n").filter(Boolean),
    next,
    end() {
      if (before === undefined) delete process.env["NODE_OPTIONS"];
      else process.env["NODE_OPTIONS"] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in each process that Node starts, before its program: ends a server at the first stage in a file, and takes that out. */
function endAtStage(file: string, load: NodeJS.Require): void {
  if (!process.argv[1]?.endsWith("server.node.cjs")) return;
  const fs = load("node:fs") as typeof import("node:fs");
  const [stage, ...others] = fs.readFileSync(file, "utf8").split("\n");
  fs.writeFileSync(file, others.join("\n"));
  const end = () => process.kill(process.pid, "SIGKILL");
  if (stage === "answering") end();
  if (stage !== "loading") return;
  const modules = load("node:module") as { _load: (name: string, ...more: unknown[]) => unknown };
  const original = modules._load;
  modules._load = (name, ...more) => {
    if (name.endsWith("engine.node.cjs")) end();
    return original.call(modules, name, ...more);
  };
}

import "mocha/mocha.js";
import * as vscode from "vscode";
import { PATIENCE } from "../../support/patience.ts";
import { RESULT, type Result } from "./results.ts";

declare const mocha: BrowserMocha & Mocha;

/** In desktop VS Code, results are printed for people; elsewhere the page that runs the suite parses them. */
const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop;
let passed = 0;

/** Runs the suite. VS Code loads this module as `extensionTestsPath`, in the Node, web and desktop extension hosts. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "tdd", reporter: Silent, timeout: 5 * PATIENCE });
  if (vscode.workspace.workspaceFile) await import("./folders-suite.ts");
  else if (vscode.extensions.getExtension("rentree-test.beside")) await import("./beside-suite.ts");
  else {
    await import("./suite.ts");
    await import("./answers-suite.ts");
    await import("./checklist-suite.ts");
    await import("./understanding-suite.ts");
    await import("./suite-faults.ts");
    await import("./start-suite.ts");
  }
  const failures = await new Promise<number>((done) => {
    // Not `mocha.run`, which reads options from the URL of a page: extension hosts have none.
    const runner = Mocha.prototype.run.call(mocha, done);
    runner.on("pass", (test) => report({ title: test.fullTitle(), state: "passed", ms: test.duration }));
    runner.on("pending", (test) => report({ title: test.fullTitle(), state: "pending" }));
    // Failed hooks are reported only here.
    runner.on("fail", (test, error) =>
      report({
        title: test.fullTitle(),
        state: "failed",
        ms: test.duration,
        error: error.stack ?? `${error}`,
      }),
    );
  });
  if (isDesktop) print(`${passed} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** No output, as `report` prints the results; mocha's reporters would need a page. */
class Silent extends Mocha.reporters.Base {}

function report(result: Result): void {
  if (result.state === "passed") passed++;
  if (!isDesktop) print(RESULT + JSON.stringify(result));
  else
    print(
      `  ${result.state} ${result.title} (${result.ms ?? 0} ms)${result.error ? `\n${result.error}` : ""}`,
    );
}

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is the only output in all extension hosts.
  console.log(line);
}

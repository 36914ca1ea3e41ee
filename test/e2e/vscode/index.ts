import "mocha/mocha.js";
import * as vscode from "vscode";
import { PATIENCE } from "../../support/patience.ts";
import { RESULT, type Result } from "./results.ts";

declare const mocha: BrowserMocha & Mocha;

/** Elsewhere the page that runs the suite reads the results; here a person does. */
const isDesktop = vscode.env.uiKind === vscode.UIKind.Desktop;
let passed = 0;

/** What VS Code loads as `extensionTestsPath`: one bundle for the Node, the web and the desktop extension host. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "tdd", reporter: Silent, timeout: 5 * PATIENCE });
  await import("./suite.ts");
  const failures = await new Promise<number>((done) => {
    // Not `mocha.run`: it looks for options in the address of a page, and no extension host has one.
    const runner = Mocha.prototype.run.call(mocha, done);
    runner.on("pass", (test) => report({ title: test.fullTitle(), state: "passed", ms: test.duration }));
    runner.on("pending", (test) => report({ title: test.fullTitle(), state: "pending" }));
    // Hooks that fail come here too, and nowhere else: without them a broken start would look like no test at all.
    runner.on("fail", (test, error) =>
      report({
        title: test.fullTitle(),
        state: "failed",
        ms: test.duration,
        error: error.stack ?? `${error}`,
      }),
    );
  });
  if (isDesktop) say(`${passed} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** Results leave by `report`; a reporter of mocha's own would draw on a page that does not exist here. */
class Silent extends Mocha.reporters.Base {}

function report(result: Result): void {
  if (result.state === "passed") passed++;
  if (!isDesktop) say(RESULT + JSON.stringify(result));
  else
    say(`  ${result.state} ${result.title} (${result.ms ?? 0} ms)${result.error ? `\n${result.error}` : ""}`);
}

function say(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is the one way out that every extension host has.
  console.log(line);
}

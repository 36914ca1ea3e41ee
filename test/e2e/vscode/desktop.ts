import { runTests } from "@vscode/test-electron";
import { ROOT } from "../../host/install.ts";
import { bundleSuite, copyWorkspace } from "./run.ts";

// Runs the suite in desktop VS Code, which is downloaded unless VSCODE_EXECUTABLE names one.
const tests = await bundleSuite("node");
const { folder, remove } = copyWorkspace();
const executable = process.env["VSCODE_EXECUTABLE"];
try {
  process.exitCode = await runTests({
    version: process.env["VSCODE_VERSION"] ?? "stable",
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: tests,
    launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust", "--skip-welcome"],
  });
} finally {
  remove();
}

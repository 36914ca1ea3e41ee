import { runTests } from "@vscode/test-electron";
import { ROOT } from "../../host/install.ts";
import { bundleSuite, copyWorkspace } from "./run.ts";

// The suite in desktop VS Code, where that can be downloaded or is named in VSCODE_EXECUTABLE.
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

import { startCodeServer, workbenchUrl } from "../../host/code-server.ts";
import { ROOT } from "../../host/install.ts";
import { bundleSuite, copyWorkspace, runSuite } from "./run.ts";

// Runs the suite in the Node extension host of VS Code as a server, which needs no display.
const tests = await bundleSuite("node");
const { folder, remove } = copyWorkspace();
const server = await startCodeServer();
try {
  const url = workbenchUrl(server, { folder, extension: ROOT, tests });
  process.exitCode = (await runSuite("node", url, server.log)) ? 0 : 1;
} finally {
  await server.stop();
  remove();
}

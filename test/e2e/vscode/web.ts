import { startWebHost } from "../../host/web-host.ts";
import { bundleSuite, copyWorkspace, runSuite } from "./run.ts";

// Runs the suite in the web extension host, where the server is a worker and the workspace is not on a disk.
const tests = await bundleSuite("web");
const { folder, remove } = copyWorkspace();
const host = await startWebHost({ folder, tests });
try {
  process.exitCode = (await runSuite("web", host.url, host.log)) ? 0 : 1;
} finally {
  await host.stop();
  remove();
}

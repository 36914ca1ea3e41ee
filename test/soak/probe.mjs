// Loaded into a server that is measured: tells its parent, at each message, what the process holds.
import { readdirSync } from "node:fs";

process.on("message", async () => {
  for (let turns = 0; turns < 3; turns++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, rss } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length + openFiles();
  process.send?.({ heapUsed, rss, handles });
});

/** The number of open files and sockets; 0 where the system does not tell. */
function openFiles() {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}

// Loaded into a server that is measured: tells its parent, at each message, what the process holds once its garbage is
// collected. No snapshot is taken: it would itself change what the process holds.
import { readdirSync } from "node:fs";
import { getHeapCodeStatistics, getHeapSpaceStatistics } from "node:v8";

process.on("message", async () => {
  for (let turns = 0; turns < 3; turns++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const code = getHeapCodeStatistics();
  process.send?.({
    heap: getHeapSpaceStatistics().reduce((sum, space) => sum + space.space_used_size, 0),
    code: code.code_and_metadata_size + code.bytecode_and_metadata_size,
    rss: process.memoryUsage.rss(),
    handles: process.getActiveResourcesInfo().length + openFiles(),
  });
});

/** The number of open files and sockets; 0 where the system does not tell. */
function openFiles() {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}

// Preloaded into a process that is measured. Prints its memory on SIGUSR2 (with --expose-gc, after a forced garbage
// collection) and its peak memory when it ends.
const { writeSync } = require("node:fs");
const report = (memory) => writeSync(2, `\nprobe ${JSON.stringify(memory)}\n`);
process.on("SIGUSR2", () => {
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  globalThis.gc?.();
  report({ resident: rss / 1e6, heap: process.memoryUsage().heapUsed / 1e6 });
});
process.on("exit", () => report({ most: process.resourceUsage().maxRSS / 1e3 }));

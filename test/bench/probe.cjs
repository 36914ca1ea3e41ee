// Loaded in front of a process that is measured: tells its memory on SIGUSR2 (after a forced collection, where it was
// started with --expose-gc), and the most that it ever had when it ends.
const { writeSync } = require("node:fs");
const tell = (told) => writeSync(2, `\nprobe ${JSON.stringify(told)}\n`);
process.on("SIGUSR2", () => {
  const { rss } = process.memoryUsage();
  globalThis.gc?.();
  globalThis.gc?.();
  tell({ resident: rss / 1e6, heap: process.memoryUsage().heapUsed / 1e6 });
});
process.on("exit", () => tell({ most: process.resourceUsage().maxRSS / 1e3 }));

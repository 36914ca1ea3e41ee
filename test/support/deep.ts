/** `npm run deep`: the checks that take too long for each change. Today: every regular expression is proved anew, and kept as proved. */
import { spawnSync } from "node:child_process";

const { status } = spawnSync(
  "npx",
  ["vitest", "run", "--project", "unit", "test/expressions.test.ts", "--testTimeout=1800000"],
  {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, DEEP: "1" },
  },
);
process.exitCode = status ?? 1;

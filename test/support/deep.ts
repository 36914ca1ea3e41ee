/**
 * `npm run deep`: the checks that take too long for each change. Every regular expression is proved anew, and kept as
 * proved; the plan is worked through and the walkthrough followed in both extension hosts.
 */
import { spawnSync } from "node:child_process";

const isProved = succeeds(
  ["vitest", "run", "--project", "unit", "test/expressions.test.ts", "--testTimeout=1800000"],
  { DEEP: "1" },
);
const isFollowed =
  succeeds(["npm", "run", "--silent", "package"]) &&
  succeeds(["tsx", "test/e2e/vscode/plan.ts"]) &&
  succeeds(["tsx", "test/e2e/vscode/walkthrough.ts"]);
process.exitCode = isProved && isFollowed ? 0 : 1;

function succeeds([program = "", ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(program, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

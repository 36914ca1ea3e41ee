import { spawnSync } from "node:child_process";
import { ROOT } from "../host/install.ts";

/** Builds the bundles that the tests run. */
export function setup(): void {
  for (const script of ["schemas/generate.ts", "build.ts"]) {
    const done = spawnSync(process.execPath, ["--import", "tsx", script], { cwd: ROOT, stdio: "inherit" });
    if (done.status !== 0) throw new Error(`${script} failed`);
  }
}

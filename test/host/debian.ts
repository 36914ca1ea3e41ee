import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether packages of Debian can be installed here. Not Ubuntu's: its Chromium needs snap, which fails in a container. */
export function canInstallFromDebian(): boolean {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID=debian$/m.test(release) && process.getuid?.() === 0;
}

/** Installs packages of Debian. Whether it succeeded; what went wrong is on standard error. */
export function installFromDebian(packages: readonly string[]): boolean {
  return aptGet("update", "-qq") && aptGet("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
}

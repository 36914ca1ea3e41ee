import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { canInstallFromDebian, installFromDebian } from "./debian.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Starts a headless Chromium, which is installed if none is found. Rejects if it cannot be installed. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findOrInstall(),
    headless: true,
    args: [
      // Chromium's sandbox does not work as root, nor in most containers.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function findOrInstall(): string {
  const existing = find();
  if (existing) return existing;

  for (const install of [fromDebian, fromPlaywright]) {
    if (!install()) continue;
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium here and none could be installed: put one on the PATH or name it in CHROMIUM.",
  );
}

function find(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  }
  return onPath() ?? installedApplication() ?? inPlaywrightCache();
}

function onPath(): string | undefined {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)))
    .find((file) => existsSync(file));
}

/** macOS and Windows do not put their browsers on the PATH. */
function installedApplication(): string | undefined {
  return [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) =>
      join(process.env[name] ?? "/nowhere", "Google/Chrome/Application/chrome.exe"),
    ),
  ].find((file) => existsSync(file));
}

function inPlaywrightCache(): string | undefined {
  const expected = chromium.executablePath();
  if (existsSync(expected)) return expected;

  // A revision that another release of Playwright installed works as well.
  const cache = process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? join(homedir(), ".cache/ms-playwright");
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith("chromium-"))
    .flatMap((name) => [join(cache, name, "chrome-linux/chrome"), join(cache, name, "chrome-linux64/chrome")])
    .find((file) => existsSync(file));
}

function fromDebian(): boolean {
  if (!canInstallFromDebian()) return false;
  process.stdout.write("No Chromium found: installing Debian's package (apt-get install chromium)\n");
  return installFromDebian(["chromium", "fonts-dejavu-core"]);
}

function fromPlaywright(): boolean {
  process.stdout.write("No Chromium found: downloading Playwright's\n");
  const require = createRequire(import.meta.url);
  const cli = join(require.resolve("playwright-core/package.json"), "../cli.js");
  return spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" }).status === 0;
}

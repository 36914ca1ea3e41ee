/**
 * `npm run words` prints all texts of the project that users read, in both languages, to be proofread;
 * `npm run words -- --since REV` only those that a git revision does not have.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changedTexts, printedTexts, type ShownText, shownTexts } from "./text-list.ts";

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = [
  "l10n",
  "schemas",
  "server/src/rules",
  "snippets",
  "package.nls.json",
  "package.nls.fr.json",
];

/** The texts of a git revision. If git does not know it, git says so and nothing is printed. */
function textsOf(revision: string): readonly ShownText[] {
  const folder = mkdtempSync(join(tmpdir(), "rentree-words-"));
  try {
    const archive = join(folder, "texts.tar");
    const git = ["archive", "--output", archive, "--end-of-options", revision, ...FOLDERS];
    const { status } = spawnSync("git", git, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) process.exit(2);
    execFileSync("tar", ["-xf", archive, "-C", folder]);
    return shownTexts(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { since } = parseArgs({ options: { since: { type: "string" } } }).values;
const now = shownTexts(ROOT);
process.stdout.write(printedTexts(since === undefined ? now : changedTexts(now, textsOf(since))));

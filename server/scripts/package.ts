/** `npm run package`: what ships, each artefact staged in a folder of its own below `dist/` and packed beside it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createVSIX } from "@vscode/vsce";

type Manifest = Readonly<Record<string, unknown>>;

/** What of our manifest concerns the repository alone. */
const OF_THE_REPOSITORY = ["private", "bin", "scripts", "devDependencies"];
/** What of it concerns the command line too. */
const OF_THE_COMMAND_LINE = ["name", "version", "license", "keywords", "bin"];
const FILES_OF_THE_COMMAND_LINE = [
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "dist/THIRD_PARTY_NOTICES.txt",
  "dist/fflate.cjs",
  "dist/papaparse.cjs",
  "dist/rentree.cjs",
  "dist/saxes.cjs",
];

/** Copies what the extension needs, as `files` of our manifest lists it, from a built checkout into a new folder. */
export function stageExtension(root: string, folder: string): void {
  const manifest = readManifest(root);
  copyAll(root, folder, manifest["files"] as readonly string[]);
  writeManifest(
    folder,
    only(manifest, (key) => !OF_THE_REPOSITORY.includes(key)),
  );
}

/** The same for the command line as a package of npm, which depends on nothing and runs without an editor. */
export function stageCommandLine(root: string, folder: string): void {
  const manifest = readManifest(root);
  copyAll(root, folder, FILES_OF_THE_COMMAND_LINE);
  writeManifest(folder, {
    ...only(manifest, (key) => OF_THE_COMMAND_LINE.includes(key)),
    description: JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")).description,
    engines: { node: (manifest["engines"] as Manifest)["node"] },
  });
}

/** Packs a staged extension into a .vsix file. */
export function packExtension(folder: string, file: string): Promise<void> {
  return createVSIX({
    cwd: folder,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/** Packs a staged command line as npm does; returns the path of the archive, which is written into `into`. */
export function packCommandLine(folder: string, into: string): string {
  const name = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", into], {
    cwd: folder,
    encoding: "utf8",
    // npm is a batch file on Windows, which only a shell can start.
    shell: process.platform === "win32",
  });
  return join(into, name.trim());
}

/** The sections of the README that speak to who has a clone. */
const OF_A_CLONE = ["Try it", "Install and keep it", "Working on it"];

/**
 * The README as it is read away from the repository: without what speaks to who has a clone, without pictures that do not
 * ship; links to files of the repository become their texts.
 */
export function selfContained(readme: string): string {
  return readme
    .split(/^(?=## )/m)
    .filter((section) => !OF_A_CLONE.some((title) => section.startsWith(`## ${title}\n`)))
    .join("")
    .replace(/^!\[[^\]]*\]\((?!https?:)[^)]+\)\n\n/gm, "")
    .replace(/\*\[[^\]]+\]\((?!https?:|#)[^)]+\)\* · /g, "")
    .replace(/\[([^\]]+)\]\((?!https?:|#)[^)]+\)/g, "$1");
}

function copyAll(root: string, folder: string, files: readonly string[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  const readme = join(folder, "README.md");
  writeFileSync(readme, selfContained(readFileSync(readme, "utf8")));
}

function readManifest(root: string): Manifest {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
}

function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function only(manifest: Manifest, isWanted: (key: string) => boolean): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => isWanted(key)));
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "../..");
  const dist = join(root, "dist");
  stageExtension(root, join(dist, "extension"));
  await packExtension(join(dist, "extension"), join(dist, "rentree.vsix"));
  stageCommandLine(root, join(dist, "npm"));
  process.stdout.write(`${packCommandLine(join(dist, "npm"), dist)}\n`);
}

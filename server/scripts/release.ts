/** `npm run release -- <version>` prepares a release: version, changelog, packages. Publishing stays a human's act. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The files that a release changes, by name. */
type Texts = Readonly<Record<"package.json" | "package-lock.json" | "CHANGELOG.md", string>>;

interface PreparedRelease {
  readonly version: string;
  /** What users notice, as the changelog says it. */
  readonly notes: string;
  readonly texts: Texts;
}

const STEPS = ["major", "minor", "patch"];
const USAGE = "npm run release -- patch|minor|major|X.Y.Z [--dry-run]";

/**
 * The texts of a release. `wanted` is a version or the part of it that is counted up; `day` is written YYYY-MM-DD. Throws
 * an error whose message says what stands in the way.
 */
export function prepareRelease(texts: Texts, wanted: string, day: string): PreparedRelease {
  const current = String(JSON.parse(texts["package.json"]).version);
  const version = nextVersion(current, wanted);
  const lock = JSON.parse(texts["package-lock.json"]);
  lock.version = version;
  lock.packages[""].version = version;
  const changelog = texts["CHANGELOG.md"];
  const notes = /^## Unreleased\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? "";
  if (!/^- /m.test(notes))
    throw new Error(
      "CHANGELOG.md says nothing under “## Unreleased”: what would a user notice of this release?",
    );
  return {
    version,
    notes: notes.trim(),
    texts: {
      "package.json": texts["package.json"].replace(/^( {2}"version": )"[^"]*"/m, `$1"${version}"`),
      "package-lock.json": `${JSON.stringify(lock, null, 2)}\n`,
      "CHANGELOG.md": changelog.replace(/^## Unreleased\n/m, `$&\n## ${version} (${day})\n`),
    },
  };
}

function nextVersion(current: string, wanted: string): string {
  const old = current.split(".").map(Number);
  const step = STEPS.indexOf(wanted);
  const version =
    step < 0 ? wanted : old.map((part, at) => (at < step ? part : at === step ? part + 1 : 0)).join(".");
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)) throw new Error(`Usage: ${USAGE}`);
  const parts = version.split(".").map(Number);
  const differing = parts.findIndex((part, at) => part !== old[at]);
  if (differing < 0 || (parts[differing] ?? 0) < (old[differing] ?? 0))
    throw new Error(`${version} does not come after ${current}.`);
  return version;
}

/**
 * Prepares a release in a checkout and returns what is to be told; with `--dry-run` it writes nothing. `build` makes the
 * packages; where that fails, the texts are as before.
 */
export function release(root: string, args: readonly string[], day: string, build: () => void): string {
  const [wanted = "", ...more] = args.filter((arg) => arg !== "--dry-run");
  if (more.length > 0) throw new Error(`Usage: ${USAGE}`);
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const before: Texts = {
    "package.json": read("package.json"),
    "package-lock.json": read("package-lock.json"),
    "CHANGELOG.md": read("CHANGELOG.md"),
  };
  const { version, notes, texts } = prepareRelease(before, wanted, day);
  const dirty = execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });
  if (dirty !== "") throw new Error(`These changes are not committed:\n${dirty.trimEnd()}`);
  if (args.includes("--dry-run")) return `${version} would be released with\n\n${notes}\n`;
  try {
    write(root, texts);
    build();
  } catch (error) {
    write(root, before);
    throw error;
  }
  return `${version} is prepared with

${notes}

Read the changes, try dist/rentree.vsix, then:
  git commit --all --message "release: ${version}"
  git tag v${version}
  git push origin HEAD v${version}
  npx vsce publish --packagePath dist/rentree.vsix
  npm publish dist/rentree-${version}.tgz
`;
}

function write(root: string, texts: Texts): void {
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(root, file), text);
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "../..");
  const npm = (...args: readonly string[]) =>
    execFileSync("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
  try {
    const day = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
    process.stdout.write(release(root, process.argv.slice(2), day, () => npm("run", "package")));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}

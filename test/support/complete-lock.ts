/** `npm run lock` updates the lock file: for every platform, with a checksum for every archive. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A package in a lock file, as far as it is used here. */
interface Locked {
  /** The checksum of its archive. */
  readonly integrity?: string;
  /** Whether it is included in the archive of the package around it, which has a checksum. */
  readonly inBundle?: boolean;
  /** Whether it is a folder of this repository. */
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/**
 * The optional binaries for other platforms that are missing in a lock file; with one missing, `npm ci` rejects the
 * file.
 */
export function missingIn(lock: Lock): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isThere(lock, path, name)),
  );
}

/** The packages without a checksum, as paths in the lock file. */
export function withoutIntegrity({ packages }: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, { link, inBundle }]) => path !== "" && !link && !inBundle)
    .filter(([, { integrity }]) => integrity === undefined || !/^sha512-[\w+/]{86}==$/.test(integrity))
    .map(([path]) => path);
}

function isThere({ packages }: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

/**
 * Lets npm complete the lock file of a folder. Throws an error that names what is still incomplete; then the file is
 * unchanged. npm runs in a temporary folder: next to installed packages it leaves out what is not installed.
 */
function completeLock(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), "rentree-lock-"));
  try {
    for (const file of ["package.json", ".npmrc"]) copyFileSync(join(root, file), join(folder, file));
    const lock = read(root);
    // Packages without a checksum are resolved again.
    const unchecked = new Set(withoutIntegrity(lock));
    const packages = Object.fromEntries(
      Object.entries(lock.packages).filter(([path]) => !unchecked.has(path)),
    );
    writeFileSync(join(folder, LOCK), JSON.stringify({ ...lock, packages }));
    const { status } = spawnSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], {
      cwd: folder,
      stdio: "inherit",
      // On Windows npm is a batch file, which only a shell can start.
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error("npm did not write the lock file");
    const done = read(folder);
    const lacking = [...missingIn(done), ...withoutIntegrity(done)];
    if (lacking.length > 0) throw new Error(`The registry does not know all of ${lacking.join(", ")}`);
    copyFileSync(join(folder, LOCK), join(root, LOCK));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const LOCK = "package-lock.json";

function read(folder: string): Lock {
  return JSON.parse(readFileSync(join(folder, LOCK), "utf8"));
}

if (process.argv[1] === import.meta.filename) completeLock(join(import.meta.dirname, "../.."));

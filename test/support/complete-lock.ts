/** `npm run lock` writes the lock file anew: for every platform, with the checksum of every archive. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One package of a lock file, as far as we look at it. */
interface Locked {
  /** The checksum of its archive. */
  readonly integrity?: string;
  /** It comes in the archive of the package around it, which has a checksum. */
  readonly inBundle?: boolean;
  /** It is a folder of ours. */
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

/** Binaries for other platforms that a lock file names nowhere: with one missing, `npm ci` refuses the file. */
export function missingIn(lock: Lock): readonly string[] {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isThere(lock, path, name)),
  );
}

/** The packages that would be installed unchecked, as paths of the lock file. */
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
 * Lets npm complete the lock file of a folder; throws an error that names what stays incomplete, and leaves the file.
 * npm does so in a folder of its own: beside installed packages it would leave out what is not installed here.
 */
function completeLock(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), "rentree-lock-"));
  try {
    for (const file of ["package.json", ".npmrc"]) copyFileSync(join(root, file), join(folder, file));
    const lock = read(root);
    // What has no checksum is resolved anew.
    const unchecked = new Set(withoutIntegrity(lock));
    const packages = Object.fromEntries(
      Object.entries(lock.packages).filter(([path]) => !unchecked.has(path)),
    );
    writeFileSync(join(folder, LOCK), JSON.stringify({ ...lock, packages }));
    const { status } = spawnSync("npm", ["install", "--package-lock-only", "--ignore-scripts"], {
      cwd: folder,
      stdio: "inherit",
      // npm is a batch file on Windows, which only a shell can start.
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

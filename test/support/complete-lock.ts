import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One package of a lock file, as far as we look at it. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Missing {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly of: Locked;
}

type Lock = Record<"packages", Record<string, Locked>>;

/** Binaries for other platforms that a lock file names nowhere: with one missing, `npm ci` refuses the file. */
export function missingIn(lock: Lock): Missing[] {
  return Object.entries(lock.packages).flatMap(([path, of]) =>
    Object.entries(of.optionalDependencies ?? {})
      .filter(([name]) => !isThere(lock, path, name))
      .map(([name, version]) => ({ path: `node_modules/${name}`, name, version, of })),
  );
}

/** The lock file of the project, completed with what can be told from the names of such packages. */
export function completed(lock: Lock): Lock {
  const added = missingIn(lock).map(({ path, name, version, of }) => [
    path,
    {
      version,
      ...platformOf(name),
      dev: true,
      ...(of.license === undefined ? {} : { license: of.license }),
      optional: true,
    },
  ]);
  const sorted = [...Object.entries(lock.packages), ...added].sort(([one], [other]) =>
    String(one) < String(other) ? -1 : 1,
  );
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function isThere({ packages }: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

function platformOf(name: string): Record<string, string[]> {
  const [, os = "", cpu = "", abi = ""] =
    /(android|darwin|freebsd|linux|openharmony|win32)-(\w+?)(?:-(\w+))?$/.exec(name) ?? [];
  const libc = abi.startsWith("musl") ? "musl" : "glibc";
  return { cpu: [cpu], ...(os === "linux" ? { libc: [libc] } : {}), os: [os] };
}

// `npm run lock`: a registry may lack the binaries of platforms other than its own, and npm then leaves them out.
if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, "../../package-lock.json");
  const lock: Lock = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, `${JSON.stringify(completed(lock), null, 2)}\n`);
}

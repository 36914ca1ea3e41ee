import system, { type PlatformPath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { canonicalFolder, folderOf, foldersAbove } from "../base/uri.ts";

/** Paths of Windows without the limit of length: `\\?\C:\a`, `\\?\UNC\server\share`. */
const LONG_PATH = /^[\\/]{2}\?[\\/](?:(UNC)[\\/])?/i;

/**
 * The places of a disk. A canonical URI is for comparing: of two spellings of one name it has one. A path is for opening
 * and for messages: it is spelt as on the disk. `path` is `path.win32` or `path.posix`, and decides which paths there are.
 */
export class DiskPaths {
  readonly path: PlatformPath;
  /** Whether names that differ by case only are one name. On a volume of these systems that has both, one is found. */
  readonly ignoresCase: boolean;
  readonly #isWindows: boolean;
  /** The paths whose accents are not composed, as those from a Mac, by their canonical URIs. */
  readonly #spelt = new Map<string, string>();

  constructor(path: PlatformPath, ignoresCase = path.sep === "\\") {
    this.path = path;
    this.ignoresCase = ignoresCase;
    this.#isWindows = path.sep === "\\";
  }

  /** The canonical URI of an absolute path, without a slash at its end. */
  uriOf(path: string): string {
    const short = this.#isWindows ? path.replace(LONG_PATH, (_, unc) => (unc ? "\\\\" : "")) : path;
    const uri = canonicalFolder(this.#url(short));
    this.#remember(uri, short);
    return uri;
  }

  /** The path of a URI, spelt as on the disk. Throws if the URI has no path here, e.g. a folder of another machine. */
  pathOf(uri: string): string {
    const [spelt, rest] = this.#speltAbove(uri) ?? [];
    if (spelt !== undefined && rest !== undefined)
      return this.path.join(spelt, ...rest.map(decodeURIComponent));
    const path = fileURLToPath(uri, { windows: this.#isWindows });
    return this.#isWindows ? path.replace(/^[a-z]:/, (drive) => drive.toUpperCase()) : path;
  }

  /** The path of a folder; `undefined` if it has none on this machine. */
  folderPath(uri: string): string | undefined {
    try {
      // With a slash at the end: `C:` alone would mean the current folder of that drive.
      return this.path.resolve(this.path.join(this.pathOf(uri), "/"));
    } catch {
      return undefined;
    }
  }

  /** The URI of a canonical one with the names as they are spelt on the disk. */
  spelling(uri: string): string {
    const [spelt, rest] = this.#speltAbove(uri) ?? [];
    return spelt === undefined || rest === undefined ? uri : [this.#url(spelt), ...rest].join("/");
  }

  /**
   * What people and programs are told of a place: its path from the working folder, with `/` between names. From another
   * drive, or another machine, no path leads there: then it is absolute.
   */
  shown(cwd: string, uri: string): string {
    return this.path.relative(cwd, this.pathOf(uri)).replaceAll(this.path.sep, "/");
  }

  /** Whether a path is that of a folder or below it. Both are absolute and spelt in the same way. */
  isWithin(path: string, folder: string): boolean {
    const { sep } = this.path;
    return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  }

  /** Remembers how a path and the folders above it are spelt, as far as their canonical URIs do not tell. */
  #remember(uri: string, path: string): void {
    for (let [at, spelt] = [uri, path]; spelt.normalize("NFC") !== spelt; ) {
      if (this.#spelt.has(at)) return;
      this.#spelt.set(at, spelt);
      [at, spelt] = [folderOf(at), this.path.dirname(spelt)];
    }
  }

  /** The nearest path that is spelt otherwise than its canonical URI, and the names below it. */
  #speltAbove(uri: string): readonly [path: string, rest: readonly string[]] | undefined {
    if (this.#spelt.size === 0) return undefined;
    for (const at of [uri, ...foldersAbove(uri)]) {
      const path = this.#spelt.get(at);
      if (path !== undefined)
        return [
          path,
          uri
            .slice(at.length + 1)
            .split("/")
            .filter(Boolean),
        ];
    }
    return undefined;
  }

  #url(path: string): string {
    return pathToFileURL(path, { windows: this.#isWindows }).href;
  }
}

/** The places of the disk of this machine. */
export const diskPaths = new DiskPaths(system, process.platform === "win32" || process.platform === "darwin");

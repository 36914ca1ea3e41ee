import { win32 } from "node:path";
import { DiskPaths } from "../../server/src/lsp/disk-paths.ts";
import type { FileStats, FileSystem, LocalSystem, OpenFile } from "../../server/src/lsp/file-system.ts";

/**
 * A machine with Windows, as far as reading its disk goes: names that differ by case only are one name, dots and spaces at
 * the end of a name do not count, and paths are written with drives or shares. `files` are texts by path; `links` lead
 * from one path to another.
 */
export function fakeWindows(
  files: { readonly [path: string]: string },
  links: { readonly [path: string]: string } = {},
): LocalSystem {
  return { files: new FakeFiles(files, links).fileSystem, paths: new DiskPaths(win32) };
}

class FakeFiles {
  readonly #texts = new Map<string, string>();
  readonly #links = new Map<string, string>();
  /** The names in each folder, by its key: those on the disk by what they are looked up by. */
  readonly #folders = new Map<string, Map<string, string>>();

  constructor(files: { readonly [path: string]: string }, links: { readonly [path: string]: string }) {
    for (const [path, text] of Object.entries(files)) this.#texts.set(this.#added(path), text);
    for (const [path, target] of Object.entries(links)) this.#links.set(this.#added(path), target);
  }

  /** What the program under test is given. */
  get fileSystem(): FileSystem {
    const stats = async (path: string) => this.#stats(await this.#real(path));
    return {
      access: async (path) => void (await stats(path)),
      lstat: async (path) => {
        const at = win32.join(await this.#real(win32.dirname(path)), win32.basename(path));
        return this.#stats(this.#links.has(key(at)) ? at : await this.#real(path));
      },
      open: async (path) => this.#opened(await this.#real(path)),
      readdir: async (path) => {
        const folder = await this.#real(path);
        const names = this.#folders.get(key(folder)) ?? fail("ENOTDIR");
        return [...names.values()].map((name) => ({ ...this.#stats(win32.join(folder, name)), name }));
      },
      realpath: (path) => this.#real(path),
      rename: async () => fail("EPERM"),
      rm: async () => fail("EPERM"),
      stat: stats,
    };
  }

  #added(path: string): string {
    const folder = win32.dirname(path);
    if (folder !== path) {
      this.#added(folder);
      const names = this.#folders.get(key(folder)) ?? new Map<string, string>();
      this.#folders.set(key(folder), names.set(key(win32.basename(path)), win32.basename(path)));
    }
    return key(path);
  }

  /** The path as it is on the disk, without links. */
  async #real(path: string): Promise<string> {
    const folder = win32.dirname(path);
    // A drive's letter is in upper case, a share's name in lower case.
    if (folder === path) {
      if (!this.#folders.has(key(path))) fail("ENOENT");
      return /^[a-z]:/i.test(path) ? path.toUpperCase() : path.toLowerCase();
    }
    const realFolder = await this.#real(folder);
    const name = this.#folders.get(key(realFolder))?.get(key(win32.basename(path))) ?? fail("ENOENT");
    const real = win32.join(realFolder, name);
    const target = this.#links.get(key(real));
    return target === undefined ? real : this.#real(target);
  }

  #stats(path: string): FileStats {
    const isLink = this.#links.has(key(path));
    const text = this.#texts.get(key(path));
    return {
      isFile: () => text !== undefined,
      isDirectory: () => !isLink && text === undefined,
      isSymbolicLink: () => isLink,
      size: Buffer.byteLength(text ?? ""),
      mode: 0o666,
      nlink: 1,
      uid: 0,
      gid: 0,
    };
  }

  #opened(path: string): OpenFile {
    let rest = Buffer.from(this.#texts.get(key(path)) ?? fail("EISDIR"));
    const refused = async () => fail("EPERM");
    return {
      read: async (buffer) => {
        const bytesRead = rest.copy(buffer);
        rest = rest.subarray(bytesRead);
        return { bytesRead, buffer };
      },
      close: async () => {},
      stat: async () => this.#stats(path),
      chmod: refused,
      chown: refused,
      sync: refused,
      writeFile: refused,
    };
  }
}

function key(path: string): string {
  return path.toLowerCase().replace(/[. ]+(?=\\|$)/g, "");
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

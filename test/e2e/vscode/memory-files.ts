import * as vscode from "vscode";

/** A file system in memory, which nothing searches but by its folders. It is read-only for whoever is told so. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #texts: Map<string, string>;

  constructor(texts: { readonly [path: string]: string }) {
    this.#texts = new Map(Object.entries(texts));
  }

  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.#texts.get(path);
    if (text === undefined && !this.#isFolder(path)) throw vscode.FileSystemError.FileNotFound(path);
    const type = text === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: text?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path.endsWith("/") ? path : `${path}/`;
    const below = [...this.#texts.keys()].filter((one) => one.startsWith(start));
    const names = new Map<string, vscode.FileType>();
    for (const one of below) {
      const [name = "", ...rest] = one.slice(start.length).split("/");
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const text = this.#texts.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#texts.set(uri.path, new TextDecoder().decode(content));
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {}

  delete(uri: vscode.Uri): void {
    this.#texts.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  #isFolder(path: string): boolean {
    return path === "/" || [...this.#texts.keys()].some((one) => one.startsWith(`${path}/`));
  }
}

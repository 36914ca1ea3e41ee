import { disk, type Reading } from "../disk.ts";
import { isMarker } from "../model/layout.ts";
import { Workspace } from "../model/workspace.ts";
import { say } from "../say.ts";
import { type File, parseFile, unreadable } from "../syntax/file.ts";
import { today } from "../today.ts";
import { isUnder } from "../uri.ts";
import { UsageError } from "./command.ts";
import type { Target } from "./target.ts";

/** What the paths of a command line lead to. */
export interface Loaded {
  /** All that was read: what was asked for, and what is needed to understand it. */
  readonly workspace: Workspace;
  /** The files that the paths name, or that lie below them. */
  readonly asked: ReadonlySet<string>;
  /** These, and the bases of establishments in a folder that was asked for. */
  readonly told: ReadonlySet<string>;
  /** Folders below the paths that cannot be read. */
  readonly closed: readonly string[];
}

/** What takes the place of a file's content. */
export interface Instead {
  readonly uri: string;
  readonly reading: Reading;
}

/** Reads what was asked for, the establishments that it is a part of, and their bases. */
export async function load(targets: readonly Target[], instead?: Instead): Promise<Loaded> {
  const closed = new Set<string>();
  const below = await Promise.all(
    targets.map(({ folder, file }) => file ?? disk.find(folder, (uri) => closed.add(uri))),
  );
  const asked = new Set(below.flat());
  const homes = new Set(targets.flatMap(({ home }) => home ?? []));
  const roots = new Set(targets.map(({ root }) => root));

  const reader = new Reader([...roots], instead);
  await reader.read([...asked, ...(await filesBelow(homes))]);
  for (const { file, path } of targets) if (file) reader.demand(file, path);
  // A file that belongs to no establishment may be a base of one that lies elsewhere.
  const lost = reader.workspace.layout.orphans.filter((uri) => asked.has(uri));
  const far = targets.filter(
    ({ folder, file, root }) =>
      (file !== undefined || folder !== root) && lost.some((uri) => isUnder(uri, folder)),
  );
  await reader.read(await filesBelow(new Set(far.map(({ root }) => root))));

  const { workspace } = reader;
  const named = new Set(targets.flatMap(({ file }) => file ?? []));
  return { workspace, asked, told: withBases(workspace, asked, named), closed: [...closed] };
}

async function filesBelow(folders: ReadonlySet<string>): Promise<readonly string[]> {
  return (await Promise.all([...folders].map((folder) => disk.find(folder)))).flat();
}

function withBases(
  { layout }: Workspace,
  asked: ReadonlySet<string>,
  named: ReadonlySet<string>,
): ReadonlySet<string> {
  const told = new Set(asked);
  for (const { members, bases } of layout.plots) {
    const marker = members.find(isMarker);
    if (marker && asked.has(marker) && !named.has(marker)) for (const base of bases) told.add(base);
  }
  return told;
}

/** As many files are read at once. */
const AT_ONCE = 32;

/** Reads files, each once, and the bases that they name. */
class Reader {
  workspace: Workspace;
  readonly #instead: Instead | undefined;
  readonly #tried = new Set<string>();

  constructor(roots: readonly string[], instead: Instead | undefined) {
    this.#instead = instead;
    this.workspace = Workspace.empty(roots, today());
  }

  async read(uris: readonly string[]): Promise<void> {
    await this.#readAll(uris, false);
    for (;;) {
      const wanted = this.workspace.layout.wanted.filter((uri) => !this.#tried.has(uri));
      if (wanted.length === 0) return;
      await this.#readAll(wanted, true);
    }
  }

  /** A file that the command line names has to be readable. */
  demand(uri: string, path: string): void {
    const file = this.workspace.files.get(uri);
    if (!file) throw new UsageError(say("There is no file or folder “{0}”.", path));
    if (file.unreadable === "no-access")
      throw new UsageError(say("“{0}” cannot be read: {1}.", path, say("it is no file")));
  }

  async #readAll(uris: readonly string[], keepMissing: boolean): Promise<void> {
    const fresh = [...new Set(uris)].filter((uri) => !this.#tried.has(uri));
    for (const uri of fresh) this.#tried.add(uri);
    const files: [string, File][] = [];
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const some = await Promise.all(fresh.slice(at, at + AT_ONCE).map((uri) => this.#fileOf(uri)));
      // What vanished since it was found is no more; what an `herite-de` names is missing.
      for (const file of some) if (keepMissing || file.unreadable !== "missing") files.push([file.uri, file]);
    }
    if (files.length > 0) this.workspace = this.workspace.with(files);
  }

  async #fileOf(uri: string): Promise<File> {
    const reading = uri === this.#instead?.uri ? this.#instead.reading : await disk.read(uri);
    return "text" in reading ? parseFile(uri, reading.text) : unreadable(uri, reading.unreadable);
  }
}

import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { message } from "../base/message.ts";
import { isUnder } from "../base/uri.ts";
import { disk, pathOf, uriOf } from "../lsp/disk.ts";
import { decoded, MAX_BYTES, type ReadResult } from "../lsp/file-reading.ts";
import { CONFIGURATION, type ProjectFiles, projectFoldersOf } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";
import { filesChangedSince, filesOfOtherRepositories, gitFiles } from "./git-changes.ts";
import { GitObjects } from "./git-objects.ts";
import { type CommandInput, sorted } from "./scope.ts";
import { allResults, basesNamed, changedEstablishments } from "./select.ts";
import { shownPlace } from "./shown-place.ts";
import { sweep } from "./sweep.ts";
import type { PathTarget } from "./target.ts";

/** The establishments that a change since a revision concerns, and what was kept of them as they were in that revision. */
export interface ChangeSince<T> {
  readonly concerned: readonly ProjectFiles[];
  /** What was kept of an establishment, by its folder; `undefined` for one that is new. */
  readonly former: (folder: string) => T | undefined;
  /** The folders of establishments that are none any more. */
  readonly gone: readonly string[];
}

/**
 * Reads what a git revision says of the establishments that changed since. Of each, only the result of `kept` stays in
 * memory, which has to be JSON. Throws a `UsageError` if git cannot tell; paths are named from `cwd`.
 */
export async function changeSince<T>(
  revision: string,
  { scope, targets }: CommandInput,
  cwd: string,
  kept: (snapshot: Snapshot) => T,
): Promise<ChangeSince<T>> {
  const folders = targets.map(({ folder }) => folder);
  const [other] = await filesOfOtherRepositories(scope.uris, folders);
  if (other !== undefined)
    throw new UsageError(
      message(
        "“{0}” is in a git repository of its own, of which “{1}” says nothing here: name the folder of that repository.",
        shownPlace(cwd, other),
        revision,
      ),
    );
  const changed = await filesChangedSince(revision, folders);
  const swept = await sweep(scope, ({ snapshot }) => basesNamed(snapshot));
  const concerned = changedEstablishments(allResults(swept), changed);
  const files = await RevisionFiles.of(revision, folders, changed);
  const isConcerned = new Set(concerned.map(({ folder }) => folder));
  const known = [...files.uris(targets), ...scope.uris.filter((uri) => files.isUnchanged(uri))];
  const former = projectFoldersOf(sorted(known)).folders.filter(
    ({ folder, files }) => isConcerned.has(folder) || files.some((uri) => changed.has(uri)),
  );
  const packed = new Map<string, Buffer>();
  try {
    await sweep(
      {
        uris: sorted(former.flatMap((one) => one.files)),
        roots: scope.roots,
        today: scope.today,
        within: scope.within,
        read: (uri, isNamed) => files.read(uri, () => scope.read(uri, isNamed)),
      },
      ({ snapshot }) => {
        if (snapshot.establishment) packed.set(snapshot.folder, packedJson(kept(snapshot)));
      },
    );
  } finally {
    files.close();
  }
  const present = new Set(swept.establishments.map(({ folder }) => folder));
  return {
    concerned: swept.establishments.filter(({ folder }) => isConcerned.has(folder)),
    former: (folder) => unpackedJson<T>(packed.get(folder)),
    gone: [...packed.keys()].filter((folder) => !present.has(folder)),
  };
}

/** Few bytes, as those of thousands of establishments are kept. */
function packedJson(value: unknown): Buffer {
  return deflateSync(JSON.stringify(value), { level: 1 });
}

function unpackedJson<T>(packed: Buffer | undefined): T | undefined {
  return packed && (JSON.parse(inflateSync(packed).toString("utf8")) as T);
}

/** The configuration files of a revision, in the repositories of some folders. */
class RevisionFiles {
  readonly #revision: string;
  readonly #changed: ReadonlySet<string>;
  /** The repository and the hash of each file. */
  readonly #blobs: ReadonlyMap<string, { readonly root: string; readonly hash: string }>;
  readonly #objects = new Map<string, GitObjects>();

  private constructor(
    revision: string,
    changed: ReadonlySet<string>,
    blobs: ReadonlyMap<string, { readonly root: string; readonly hash: string }>,
  ) {
    this.#revision = revision;
    this.#changed = changed;
    this.#blobs = blobs;
  }

  static async of(revision: string, folders: readonly string[], changed: ReadonlySet<string>) {
    const blobs = new Map<string, { readonly root: string; readonly hash: string }>();
    const roots = new Set(await Promise.all(folders.map((folder) => disk.rootOf(folder))));
    for (const root of [...roots].map(pathOf)) {
      const files = await gitFiles(root, revision);
      for (const [name, { isLink, hash }] of files.blobs)
        if (CONFIGURATION.test(name) && !isLink) blobs.set(uriOf(join(root, name)), { root, hash });
    }
    return new RevisionFiles(revision, changed, blobs);
  }

  /** The files below some paths, and those of the establishments that these are in. */
  uris(targets: readonly PathTarget[]): readonly string[] {
    const folders = targets.map(({ folder, establishmentFolder }) => establishmentFolder ?? folder);
    return [...this.#blobs.keys()].filter((uri) => folders.some((folder) => isUnder(uri, folder)));
  }

  /** Whether a file of today was the same, as far as git can tell: one that it ignores counts as that. */
  isUnchanged(uri: string): boolean {
    return !this.#changed.has(uri);
  }

  /** Reads a file of the revision; one that is unchanged is read by `readNow`. */
  async read(uri: string, readNow: () => Promise<ReadResult>): Promise<ReadResult> {
    if (this.isUnchanged(uri)) return readNow();
    const blob = this.#blobs.get(uri);
    if (!blob) return { unreadable: "missing" };
    const content = await this.#objectsOf(blob.root).read(blob.hash, MAX_BYTES);
    if (content === "too-large") return { unreadable: "too-large" };
    if (content) return decoded(content);
    throw new UsageError(message("git lacks the contents of “{0}” in “{1}”.", pathOf(uri), this.#revision));
  }

  close(): void {
    for (const objects of this.#objects.values()) objects.close();
  }

  #objectsOf(root: string): GitObjects {
    const objects = this.#objects.get(root) ?? new GitObjects(root);
    this.#objects.set(root, objects);
    return objects;
  }
}

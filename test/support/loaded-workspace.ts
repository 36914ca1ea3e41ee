import { DocumentStore } from "../../server/src/lsp/document-store.ts";
import { WorkspaceLoader } from "../../server/src/lsp/workspace-loader.ts";
import { FakeDisk } from "./fake-disk.ts";

/** The workspace folder. */
export const ROOT = "file:///academie";
/** Another folder. */
export const OTHER = "file:///autre";
/** A base in the folder, and one beside it. */
export const BASE = `${ROOT}/base.pronote.yaml`;
export const BESIDE = "file:///beside.pronote.yaml";
/** The files of a school. */
export const marker = (school: string, root = ROOT) => `${root}/${school}/etablissement.pronote.yaml`;
export const classes = (school: string, root = ROOT) => `${root}/${school}/classes.pronote.yaml`;
export const school = (name: string, root = ROOT) => [
  [classes(name, root), "classes: {}\n"] as const,
  [marker(name, root), "herite-de: [../base.pronote.yaml, ../../beside.pronote.yaml]\n"] as const,
];
export const FILES = [
  [BASE, "matieres: {}\n"] as const,
  [BESIDE, "niveaux: {}\n"] as const,
  ...["a", "b", "c"].flatMap((name) => school(name)),
];

/** A loader of these files; `changes` calls `onChange` each time. */
export function loaderOf(files: Iterable<readonly [string, string]> = FILES, onChange = () => {}) {
  const disk = new FakeDisk(files);
  const store = new DocumentStore();
  const faults: unknown[] = [];
  const unreadable: string[] = [];
  const counts = { changed: 0 };
  const loader = new WorkspaceLoader({
    store,
    disk,
    clientTells: false,
    changed() {
      counts.changed++;
      onChange();
    },
    onUnreadable: (folder) => unreadable.push(folder),
    onProgress: () => {},
    failed: (error) => faults.push(error),
  });
  const uris = () => [...store.workspace.files.keys()].sort();
  const bases = () => [...store.workspace.layout.bases].sort();
  return { disk, store, loader, faults, counts, uris, bases };
}

/** A loader that has read these files. */
export async function loaded(
  files?: Iterable<readonly [string, string]>,
  folders: readonly string[] = [ROOT],
) {
  const all = loaderOf(files);
  all.loader.setFolders(folders);
  await all.loader.settled();
  return all;
}

/** The first key of a file of the workspace. */
export const keyOf = (store: DocumentStore, uri: string) =>
  store.workspace.files.get(uri)?.root.pairs[0]?.key.text;

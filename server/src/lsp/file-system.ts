import type { Dirent, Stats } from "node:fs";
import * as promises from "node:fs/promises";
import { type DiskPaths, diskPaths } from "./disk-paths.ts";

/** What is used of an open file. */
export type OpenFile = Pick<
  promises.FileHandle,
  "chmod" | "chown" | "close" | "read" | "stat" | "sync" | "writeFile"
>;

/** What is used of a file system, as in `node:fs/promises`. Tests give one that fails, or that of another system. */
export interface FileSystem {
  readonly access: (path: string, mode: number) => Promise<void>;
  readonly lstat: (path: string) => Promise<Stats>;
  readonly open: (path: string, flags: number | string, mode?: number) => Promise<OpenFile>;
  readonly readdir: (path: string, options: { readonly withFileTypes: true }) => Promise<readonly Dirent[]>;
  readonly realpath: (path: string) => Promise<string>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly rm: (path: string, options: { readonly force: true }) => Promise<void>;
  readonly stat: (path: string) => Promise<Stats>;
}

/** A file system and how its paths are written. */
export interface LocalSystem {
  readonly files: FileSystem;
  readonly paths: DiskPaths;
}

/** This machine. */
export const thisMachine: LocalSystem = { files: promises, paths: diskPaths };

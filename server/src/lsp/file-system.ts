import type { Dirent, Stats } from "node:fs";
import * as promises from "node:fs/promises";
import { type DiskPaths, diskPaths } from "./disk-paths.ts";

/** What is used of an open file. */
export interface OpenFile {
  readonly chmod: (mode: number) => Promise<void>;
  readonly chown: (uid: number, gid: number) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly read: (buffer: Buffer) => Promise<{ readonly bytesRead: number; readonly buffer: Buffer }>;
  readonly stat: () => Promise<Pick<Stats, "gid" | "uid">>;
  readonly sync: () => Promise<void>;
  readonly writeFile: (text: string, encoding: "utf8") => Promise<void>;
}

/** What is used of what is known of a file or folder. */
export type FileStats = Pick<
  Stats,
  "gid" | "isDirectory" | "isFile" | "isSymbolicLink" | "mode" | "nlink" | "size" | "uid"
>;

/** What is used of an entry of a folder. */
export type FolderEntry = Pick<Dirent, "isDirectory" | "isFile" | "isSymbolicLink" | "name">;

/** What is used of a file system, as in `node:fs/promises`. Tests give one that fails, or that of another system. */
export interface FileSystem {
  readonly access: (path: string, mode: number) => Promise<void>;
  readonly lstat: (path: string) => Promise<FileStats>;
  readonly open: (path: string, flags: number | string, mode?: number) => Promise<OpenFile>;
  readonly readdir: (
    path: string,
    options: { readonly withFileTypes: true },
  ) => Promise<readonly FolderEntry[]>;
  readonly realpath: (path: string) => Promise<string>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly rm: (path: string, options: { readonly force: true }) => Promise<void>;
  readonly stat: (path: string) => Promise<FileStats>;
}

/** A file system and how its paths are written. */
export interface LocalSystem {
  readonly files: FileSystem;
  readonly paths: DiskPaths;
}

/** This machine. */
export const thisMachine: LocalSystem = { files: promises, paths: diskPaths };

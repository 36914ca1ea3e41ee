import type { FileSystemWatcher, Registration } from "vscode-languageserver-protocol";
import type { ClientSupport } from "../features/client-support.ts";

/** The values of LSP's `WatchKind`. */
const CREATED = 1;
const DELETED = 4;

/**
 * What comes and goes. Of a folder that is deleted, moved or checked out, an editor reports only the folder, and no
 * pattern matches folders alone.
 */
const FOLDERS: FileSystemWatcher = { globPattern: "**/*", kind: CREATED | DELETED };

/** The notifications to register for dynamically, as far as the client supports that. */
export function registrationsFor({ registersFiles, registersSettings }: ClientSupport): Registration[] {
  const registrations: (readonly [method: string, registerOptions: object])[] = [];
  if (registersFiles) {
    const watchers = [{ globPattern: "**/*.pronote.{yaml,yml}" }, FOLDERS];
    registrations.push(["workspace/didChangeWatchedFiles", { watchers }]);
  }
  if (registersSettings) registrations.push(["workspace/didChangeConfiguration", { section: "rentree" }]);
  return registrations.map(([method, registerOptions]) => ({ id: method, method, registerOptions }));
}

import type { ClientCapabilities, Registration } from "vscode-languageserver-protocol";

/** What a client is asked to tell, as it does not do so by itself. */
export function registrationsFor({ workspace }: ClientCapabilities): Registration[] {
  const wanted: (readonly [method: string, registerOptions: object])[] = [];
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: "**/*.pronote.{yaml,yml}" }];
    wanted.push(["workspace/didChangeWatchedFiles", { watchers }]);
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    wanted.push(["workspace/didChangeConfiguration", { section: "rentree" }]);
  return wanted.map(([method, registerOptions]) => ({ id: method, method, registerOptions }));
}

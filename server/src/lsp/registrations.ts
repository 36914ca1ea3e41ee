import type { ClientCapabilities, Registration } from "vscode-languageserver-protocol";

/** The notifications to register for dynamically, as far as the client supports that. */
export function registrationsFor({ workspace }: ClientCapabilities): Registration[] {
  const registrations: (readonly [method: string, registerOptions: object])[] = [];
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: "**/*.pronote.{yaml,yml}" }];
    registrations.push(["workspace/didChangeWatchedFiles", { watchers }]);
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    registrations.push(["workspace/didChangeConfiguration", { section: "rentree" }]);
  return registrations.map(([method, registerOptions]) => ({ id: method, method, registerOptions }));
}

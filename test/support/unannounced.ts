import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { recordOf } from "./json.ts";

/** The commands that a client announces as its own. */
export function commandsOf({ experimental }: ClientCapabilities): readonly unknown[] {
  const { commands } = recordOf(recordOf(experimental)["rentree"]);
  return Array.isArray(commands) ? commands : [];
}

/** What was not announced, if it is there. */
export function unless(announced: unknown, isThere: boolean, what: string): readonly string[] {
  return isThere && !announced ? [`the client did not announce ${what}`] : [];
}

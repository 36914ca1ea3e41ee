import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { CLIENT_EXPLAIN } from "../../server/src/features/client-commands.ts";
import type { Json } from "./json.ts";
import { commandsOf, unless } from "./unannounced.ts";

/** What a client did not announce of a place or a page that it is led to, by the request that leads there. */
export const TARGETS: {
  readonly [method: string]: (target: Json, capabilities: ClientCapabilities) => readonly string[];
} = {
  "textDocument/definition": (target, capabilities) => link("definition", target, capabilities),
  "textDocument/declaration": (target, capabilities) => link("declaration", target, capabilities),
  "textDocument/typeDefinition": (target, capabilities) => [
    ...link("typeDefinition", target, capabilities),
    ...unless(
      commandsOf(capabilities).includes(CLIENT_EXPLAIN),
      true,
      "a page that opens in our client only",
    ),
  ],
  "textDocument/documentLink": (target, capabilities) => [
    ...unless(
      capabilities.textDocument?.documentLink?.tooltipSupport,
      "tooltip" in target,
      "tooltip of a link",
    ),
    ...unless(
      commandsOf(capabilities).includes(CLIENT_EXPLAIN),
      String(target["target"]).startsWith("command:"),
      "a link that runs a command",
    ),
  ],
};

function link(
  kind: "definition" | "declaration" | "typeDefinition",
  target: Json,
  { textDocument }: ClientCapabilities,
): readonly string[] {
  return unless(textDocument?.[kind]?.linkSupport, "targetUri" in target, `a ${kind} link`);
}

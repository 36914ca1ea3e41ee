import type { StaticFeature } from "vscode-languageclient";
import { CLIENT_EXPLAIN, CLIENT_SILENCE, CLIENT_SUGGEST } from "../../server/src/features/protocol.ts";

/** Tells the server which commands of this client code actions and completions may name. */
export const ownCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const experimental = (capabilities.experimental ?? {}) as { readonly rentree?: object };
    capabilities.experimental = {
      ...experimental,
      rentree: { ...experimental.rentree, commands: [CLIENT_EXPLAIN, CLIENT_SILENCE, CLIENT_SUGGEST] },
    };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

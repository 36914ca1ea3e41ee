import type { StaticFeature } from "vscode-languageclient";
import {
  CLIENT_EXPLAIN,
  CLIENT_REFERENCES,
  CLIENT_REPORT,
  CLIENT_REVEAL,
  CLIENT_SILENCE,
  CLIENT_SUGGEST,
  CLIENT_TICK,
} from "../../server/src/features/protocol.ts";

/** Tells the server that this client takes its status, and which of its commands it may name. */
export const ownCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const experimental = (capabilities.experimental ?? {}) as { readonly rentree?: object };
    capabilities.experimental = {
      ...experimental,
      rentree: {
        ...experimental.rentree,
        status: true,
        commands: [
          CLIENT_EXPLAIN,
          CLIENT_REFERENCES,
          CLIENT_REPORT,
          CLIENT_REVEAL,
          CLIENT_SILENCE,
          CLIENT_SUGGEST,
          CLIENT_TICK,
        ],
      },
    };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

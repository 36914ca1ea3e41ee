import type { StaticFeature } from "vscode-languageclient";
import { CLIENT_COMMANDS } from "../../server/src/features/client-commands.ts";

/** Tells the server that this client takes its status, sends files, and which of its commands it may name. */
export const ownCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const experimental = (capabilities.experimental ?? {}) as { readonly rentree?: object };
    capabilities.experimental = {
      ...experimental,
      rentree: {
        ...experimental.rentree,
        status: true,
        files: true,
        commands: CLIENT_COMMANDS,
      },
    };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

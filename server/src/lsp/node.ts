import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { handshake } from "./handshake.ts";

// A server runs for days beside other processes. By default, V8 lets the heap grow to several times what is in use.
setFlagsFromString("--heap-growing-percent=100");
// Collecting the young generation takes a few milliseconds; with a second thread that waits for a core, several times
// that.
setFlagsFromString("--no-parallel-scavenge");

handshake(
  (options) => createConnection(ProposedFeatures.all, options),
  async () => (await import("./node-engine.ts")).engine,
);

import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { handshake } from "./handshake.ts";

// A server runs for days beside others: V8 would let garbage grow to several times of what is in use before it looks at it.
setFlagsFromString("--heap-growing-percent=100");
// Young garbage goes in a few milliseconds; a second thread that has to wait for a core makes several times that of it.
setFlagsFromString("--no-parallel-scavenge");

handshake(
  (options) => createConnection(ProposedFeatures.all, options),
  async () => (await import("./node-engine.ts")).engine,
);

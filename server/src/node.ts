import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { begin } from "./begin.ts";

// A server runs for days beside others: V8 would let garbage grow to several times of what is in use before it looks at it.
setFlagsFromString("--heap-growing-percent=100");

begin(
  (options) => createConnection(ProposedFeatures.all, options),
  async () => (await import("./node-engine.ts")).engine,
);

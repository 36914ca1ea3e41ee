import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { begin } from "./begin.ts";

begin(
  (options) => createConnection(ProposedFeatures.all, options),
  async () => (await import("./node-engine.ts")).engine,
);

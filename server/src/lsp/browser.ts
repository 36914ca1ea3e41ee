import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { begin } from "./begin.ts";

begin(
  (options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options),
  async () => (await import("./server.ts")).serve,
);

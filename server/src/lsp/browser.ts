import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { handshake } from "./handshake.ts";

handshake(
  (options) => createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), options),
  async () => (await import("./server.ts")).serve,
);

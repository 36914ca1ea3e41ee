import { PassThrough } from "node:stream";
import { createConnection, StreamMessageWriter } from "vscode-languageserver/node";
import { disk } from "../../server/src/lsp/disk.ts";
import { handshake } from "../../server/src/lsp/handshake.ts";
import { PacketReader } from "../../server/src/lsp/packet-reader.ts";
import { serve } from "../../server/src/lsp/server.ts";
import type { RunningServer } from "./running-server.ts";

/** A server in this process, made of the sources. */
export function serverHere(): RunningServer {
  const input = new PassThrough();
  const output = new PassThrough();
  const writer = new StreamMessageWriter(output);
  const reader = new PacketReader(input, (message) => void writer.write({ jsonrpc: "2.0", ...message }));
  handshake(
    (options) => createConnection(reader, writer, options),
    async () => (session) => serve(session, disk),
  );
  return { input, output, end: () => void input.destroy() };
}

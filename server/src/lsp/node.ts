import { setFlagsFromString } from "node:v8";
import {
  type Connection,
  type ConnectionOptions,
  createConnection,
  ProposedFeatures,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { handshake } from "./handshake.ts";
import { PacketReader } from "./packet-reader.ts";

// A server runs for days beside other processes. By default, V8 lets the heap grow to several times what is in use.
setFlagsFromString("--heap-growing-percent=100");
// Collecting the young generation takes a few milliseconds; with a second thread that waits for a core, several times
// that.
setFlagsFromString("--no-parallel-scavenge");

const border = handshake(
  (options) =>
    process.argv.includes("--stdio") ? overStdio(options) : createConnection(ProposedFeatures.all, options),
  async () => (await import("./node-engine.ts")).engine,
);

/** A connection over the standard streams, which ends the process when the client closes one of them. */
function overStdio(options: ConnectionOptions): Connection {
  const { stdin, stdout } = process;
  const writer = new StreamMessageWriter(stdout);
  const reader = new PacketReader(stdin, (message) => {
    void writer.write(message as Parameters<typeof writer.write>[0]).catch(() => {});
  });
  const end = () => process.exit(border.isShutDown ? 0 : 1);
  stdin.on("end", end).on("close", end);
  stdout.on("error", end);
  return createConnection(ProposedFeatures.all, reader, writer, options);
}

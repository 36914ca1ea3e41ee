import type { Readable, Writable } from "node:stream";

/** A server that runs, and the streams to it and from it. */
export interface RunningServer {
  readonly input: Writable;
  readonly output: Readable;
  /** Ends the server. */
  readonly end: () => void;
}

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from "vscode-languageclient/browser";

/** A server in a worker. It can end without that anybody is told: then somebody has to say so. */
export class WorkerServer {
  readonly transports: MessageTransports;
  readonly #worker: Worker;
  readonly #reader: ClosableReader;

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#reader = new ClosableReader(this.#worker);
    // Not the worker itself: VS Code replaces the class `Worker`, so that the client's `instanceof` check would fail.
    this.transports = { reader: this.#reader, writer: new BrowserMessageWriter(this.#worker) };
  }

  /** Ends the worker, if it still runs. */
  end(): void {
    this.#worker.terminate();
  }

  /** Ends the worker, and lets the client know that the server is gone. */
  lost(): void {
    this.end();
    this.#reader.close();
  }
}

/** A reader that tells of a close that its worker does not tell of. */
class ClosableReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}

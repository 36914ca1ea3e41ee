import type { Readable, Writable } from "node:stream";
import {
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  type Message,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { MessageCheck } from "./message-check.ts";

/** The connection of a client to a server, over streams; `check` sees every message of both sides. */
export function checkedConnection(
  fromServer: Readable,
  toServer: Writable,
  check: MessageCheck,
): ProtocolConnection {
  return createProtocolConnection(new CheckedReader(fromServer, check), new CheckedWriter(toServer, check));
}

class CheckedReader extends StreamMessageReader {
  readonly #check: MessageCheck;

  constructor(stream: Readable, check: MessageCheck) {
    super(stream);
    this.#check = check;
  }

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      this.#check.received(message);
      callback(message);
    });
  }
}

class CheckedWriter extends StreamMessageWriter {
  readonly #check: MessageCheck;

  constructor(stream: Writable, check: MessageCheck) {
    super(stream);
    this.#check = check;
  }

  override write(message: Message): Promise<void> {
    this.#check.sent(message);
    return super.write(message);
  }
}

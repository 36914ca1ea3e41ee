import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  type Message,
  type MessageReader,
} from "vscode-languageserver/node";
import { ByteQueue } from "./byte-queue.ts";

/** The longest body of a message, in bytes: more than any document that is read. */
const MAX_BODY = 128 * 1024 * 1024;
/** The longest header: what is longer is not one. */
const MAX_HEADER = 4096;
const LENGTH = "content-length:";
/** The longest line of a header that gives a length, in bytes. */
const MAX_LENGTH_LINE = 64;
/** A header inside a body: JSON has no bare line ends in a text, and nothing like this between two values. */
const HEADER_INSIDE = /Content-Length:[ \t]*\d+\r?\n/gi;

type Answer = (message: object) => void;

/** The part of a stream of bytes that the reader needs. */
interface ByteSource {
  on(event: "data", listener: (bytes: Buffer) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  off(event: "data", listener: (bytes: Buffer) => void): unknown;
}

/**
 * Reads the messages of a client from a stream. A packet that is broken, or no message of JSON-RPC, is answered by an
 * error without an id; the next packet is read all the same.
 */
export class PacketReader extends AbstractMessageReader implements MessageReader {
  readonly #source: ByteSource;
  readonly #answer: Answer;
  readonly #bytes = new ByteQueue();
  /** The length of the body that is being read; `undefined` while a header is. */
  #length: number | undefined;
  /** How many bytes of the body were searched for the header of a next packet. */
  #searched = 0;
  /** Whether the bytes are skipped until a next header, after a fault that was answered. */
  #skips = false;

  constructor(source: ByteSource, answer: Answer) {
    super();
    this.#source = source;
    this.#answer = answer;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (bytes: Buffer) => {
      this.#bytes.add(bytes);
      while (this.#length === undefined ? this.#header() : this.#body(callback)) {}
    };
    this.#source.on("data", onData);
    this.#source.on("error", (error) => this.fireError(error));
    this.#source.on("close", () => this.fireClose());
    return { dispose: () => this.#source.off("data", onData) };
  }

  /** Reads a header. Returns whether there may be more to read. */
  #header(): boolean {
    const start = latin1(this.#bytes.peek(0, MAX_HEADER));
    // Some clients end lines by LF alone.
    const [header] = start.split(/\r?\n\r?\n/, 1);
    if (header === undefined || header.length === start.length) return this.#noHeader();
    this.#bytes.take(header.length + (start.startsWith("\r", header.length) ? 4 : 2));
    const line = header.split(/\r?\n/).findLast((one) => one.toLowerCase().includes(LENGTH)) ?? "";
    const at = line.toLowerCase().indexOf(LENGTH);
    const length = at < 0 ? "" : line.slice(at + LENGTH.length).trim();
    if (!/^\d+$/.test(length) || Number(length) > MAX_BODY) {
      this.#fault(`Content-Length is no length: “${length}”`);
      return true;
    }
    if (at > 0) this.#fault("The header does not begin after the message before it.");
    this.#skips = false;
    this.#length = Number(length);
    this.#searched = 0;
    return true;
  }

  /** No header ends in the bytes that are there: more have to come, unless it would be too long. */
  #noHeader(): boolean {
    if (this.#bytes.length < MAX_HEADER) return false;
    this.#fault("A header is expected.");
    // The last bytes may be the beginning of one.
    this.#bytes.take(MAX_HEADER - MAX_LENGTH_LINE);
    return true;
  }

  /** Reads a body. Returns whether there may be more to read. */
  #body(callback: DataCallback): boolean {
    const length = this.#length ?? 0;
    const next = this.#headerWithin(Math.min(length, this.#bytes.length));
    if (next !== undefined) {
      this.#bytes.take(next);
      this.#length = undefined;
      this.#fault("Content-Length is more than the message has.");
      return true;
    }
    if (this.#bytes.length < length) return false;
    const body = this.#bytes.take(length);
    this.#length = undefined;
    this.#deliver(body, callback);
    return true;
  }

  /** Where the header of a next packet begins in the body; `undefined` if there is none. Bytes are searched once. */
  #headerWithin(end: number): number | undefined {
    const from = Math.max(0, this.#searched - MAX_LENGTH_LINE);
    this.#searched = end;
    HEADER_INSIDE.lastIndex = 0;
    const match = HEADER_INSIDE.exec(latin1(this.#bytes.peek(from, end)));
    return match ? from + match.index : undefined;
  }

  #deliver(body: Uint8Array, callback: DataCallback): void {
    let message: unknown;
    try {
      message = JSON.parse(utf8.decode(body));
    } catch {
      this.#fault("The message is not JSON.");
      // If the length was wrong, the header of the next packet may begin in what was taken as the body.
      this.#bytes.putBack(Math.min(body.length, MAX_LENGTH_LINE));
      return;
    }
    const fault = faultOfEnvelope(message);
    if (fault) this.#answer({ jsonrpc: "2.0", ...fault });
    else callback(message as Message);
  }

  /** Answers a fault, but not each of those that follow from one. */
  #fault(text: string): void {
    const error = { code: ErrorCodes.ParseError, message: text };
    if (!this.#skips) this.#answer({ jsonrpc: "2.0", id: null, error });
    this.#skips = true;
  }
}

const utf8 = new TextDecoder();

/** Each byte as one character, as headers are. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

/** The error with which something that is no message of JSON-RPC is answered; `undefined` if it is one. */
function faultOfEnvelope(message: unknown) {
  const refused = (id: string | number | null, text: string) => ({
    id,
    error: { code: ErrorCodes.InvalidRequest, message: text },
  });
  if (typeof message !== "object" || message === null || Array.isArray(message))
    return refused(null, "A message is one object.");
  const { id, method, result, error, params } = message as { [key: string]: unknown };
  const isScalar = typeof id === "string" || typeof id === "number";
  if (id !== undefined && !isScalar && !(id === null && method === undefined))
    return refused(null, "An id is a string or a number.");
  if (method === undefined && (result !== undefined || error !== undefined)) return undefined;
  if (typeof method !== "string") return refused(isScalar ? id : null, "A method is a string.");
  // The connection looks into the parameters of this one before anybody else does.
  const cancelled = (params as { id?: unknown } | null | undefined)?.id;
  if (method === "$/cancelRequest" && typeof cancelled !== "string" && typeof cancelled !== "number")
    return refused(null, "An id is needed to cancel a request.");
  return undefined;
}

import type { ClientCapabilities } from "vscode-languageserver";
import type { File } from "../syntax/file.ts";
import type { Position } from "../syntax/positions.ts";
import { ByteColumns } from "./byte-columns.ts";
import { encodingFor } from "./encoding.ts";

/** Finds a file by the URI that the client uses. */
export type FindFile = (uri: string) => File | undefined;

/**
 * Converts protocol messages between the client's columns and UTF-16 ones. `uri` is the document of their positions.
 */
export interface MessageColumns {
  incoming<T>(message: T, uri: string): T;
  outgoing<T>(message: T, uri: string): T;
}

/** Which documents the client begins with a byte order mark, that is no part of their text here. */
interface Marks {
  readonly hasMarks: boolean;
  hasMark(uri: string): boolean;
}

/** The conversion for a client, by its capabilities. With UTF-16 and without marks, messages are passed on unchanged. */
export function columnsFor(
  { general }: ClientCapabilities,
  find: FindFile,
  marks: Marks = UNMARKED,
): MessageColumns {
  const isUtf16 = encodingFor(general?.positionEncodings) === "utf-16";
  const conversion = () => (isUtf16 ? new Utf16(marks) : new Utf8(find, marks));
  const isSame = () => isUtf16 && !marks.hasMarks;
  return {
    incoming(message, uri) {
      if (isSame()) return message;
      const columns = conversion();
      return converted(message, uri, (...place) => columns.incoming(...place));
    },
    outgoing(message, uri) {
      if (isSame()) return message;
      const columns = conversion();
      return converted(message, uri, (...place) => columns.outgoing(...place));
    },
  };
}

const UNMARKED: Marks = { hasMarks: false, hasMark: () => false };

/** The columns of a client that counts UTF-16 code units, as the server does: they differ by the mark. */
class Utf16 {
  readonly #marks: Marks;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  incoming(document: string, { line, character }: Position): number {
    return Math.max(0, character - markAt(line, document, this.#marks));
  }

  outgoing(document: string, { line, character }: Position): number {
    return character + markAt(line, document, this.#marks);
  }
}

/**
 * The columns of a client that counts bytes of UTF-8, in one message. In a file whose text is not known here, they stay
 * as they are.
 */
class Utf8 {
  readonly #find: FindFile;
  readonly #marks: Marks;
  readonly #lines = new Map<string, ByteColumns | undefined>();

  constructor(find: FindFile, marks: Marks) {
    this.#find = find;
    this.#marks = marks;
  }

  incoming(document: string, { line, character }: Position): number {
    const bytes = Math.max(0, character - MARK_BYTES * markAt(line, document, this.#marks));
    return this.#columnsOf(document)?.fromBytes(line, bytes) ?? bytes;
  }

  outgoing(document: string, { line, character }: Position): number {
    const bytes = this.#columnsOf(document)?.toBytes(line, character) ?? character;
    return bytes + MARK_BYTES * markAt(line, document, this.#marks);
  }

  #columnsOf(document: string): ByteColumns | undefined {
    const known = this.#lines.get(document);
    if (known || this.#lines.has(document)) return known;
    const file = this.#find(document);
    const columns = file && new ByteColumns(file);
    this.#lines.set(document, columns);
    return columns;
  }
}

const MARK_BYTES = 3;

/** How many marks stand at the start of a line: one or none. */
function markAt(line: number, document: string, marks: Marks): number {
  return line === 0 && marks.hasMark(document) ? 1 : 0;
}

/**
 * A copy of a message with columns in UTF-16 code units, made from UTF-8 bytes. `uri` is the document of its positions.
 */
export function fromUtf8<T>(message: T, uri: string, find: FindFile): T {
  const conversion = new Utf8(find, UNMARKED);
  return converted(message, uri, (...place) => conversion.incoming(...place));
}

/**
 * A copy of a message with columns in UTF-8 bytes, made from UTF-16 code units. `uri` is the document of its positions.
 */
export function intoUtf8<T>(message: T, uri: string, find: FindFile): T {
  const conversion = new Utf8(find, UNMARKED);
  return converted(message, uri, (...place) => conversion.outgoing(...place));
}

/** The column of a position in a document, in other units. */
type ConvertColumn = (document: string, position: Position) => number;

/** Copies a message and converts every position in it. An object that names a document sets it for all below. */
function converted<T>(message: T, uri: string, convert: ConvertColumn): T {
  const walk = (value: unknown, document: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, document));
    if (typeof value !== "object" || value === null) return value;
    if (isPosition(value)) return { ...value, character: convert(document, value) };
    const inner = documentOf(value) ?? document;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => {
        // The ranges of a call are in the document of who calls.
        if (key === "fromRanges") return [key, walk(below, documentOf(callerIn(value)) ?? document)];
        if (key === "data") return [key, below];
        if (key === "changes" && !Array.isArray(below)) return [key, byDocument(below as object, walk)];
        return [key, walk(below, key.startsWith("originSelection") ? uri : inner)];
      }),
    );
  };
  return walk(message, uri) as T;
}

function byDocument(changes: object, walk: (value: unknown, document: string) => unknown): object {
  return Object.fromEntries(Object.entries(changes).map(([uri, edits]) => [uri, walk(edits, uri)]));
}

function isPosition(value: object): value is Position {
  return "line" in value && "character" in value && typeof value.character === "number";
}

function documentOf(value: object): string | undefined {
  if ("targetUri" in value) return String(value.targetUri);
  if ("uri" in value && typeof value.uri === "string") return value.uri;
  const document = "textDocument" in value ? value.textDocument : undefined;
  return typeof document === "object" && document !== null ? documentOf(document) : undefined;
}

function callerIn(call: object): object {
  return "from" in call && typeof call.from === "object" && call.from !== null ? call.from : call;
}

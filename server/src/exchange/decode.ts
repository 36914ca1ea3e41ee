/** The encodings in which sources are read. */
export type SourceEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-15";

/** The encoding of a source, and what its XML declaration says where that is something else. */
export interface DetectedEncoding {
  readonly encoding: SourceEncoding;
  /** The declared name, if the content contradicts it or nobody knows it. */
  readonly misdeclared?: string;
}

/** Encodings by the names that exports declare. Browsers read ISO-8859-1 as Windows-1252, which contains it. */
const DECLARED: ReadonlyMap<string, SourceEncoding> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["ascii", "utf-8"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["iso-8859-15", "iso-8859-15"],
  ["latin9", "iso-8859-15"],
]);

const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/;
/** How many bytes are decoded at once. */
const CHUNK = 1 << 16;

/**
 * The encoding of some bytes: that of their byte order mark; else UTF-16 if they begin so; else the one that an XML
 * declaration names, unless the content contradicts it; else UTF-8, or Windows-1252 if they are no UTF-8.
 */
export function encodingOf(bytes: Uint8Array): DetectedEncoding {
  const marked = markedEncoding(bytes);
  if (marked) return { encoding: marked };
  const content = isUtf8(bytes);
  const guess: SourceEncoding = content === "no" ? "windows-1252" : "utf-8";
  const declared = DECLARATION.exec(latin(bytes.subarray(0, 300)))?.[1];
  if (declared === undefined) return { encoding: guess };
  const encoding = DECLARED.get(declared.toLowerCase());
  if (encoding === undefined) return { encoding: guess, misdeclared: declared };
  const agrees = content === "ascii" || (content === "yes") === (encoding === "utf-8");
  return agrees ? { encoding } : { encoding: guess, misdeclared: declared };
}

function markedEncoding(bytes: Uint8Array): SourceEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: a text in a Western language has a zero in every other byte.
  if (bytes.length < 4) return undefined;
  if (first !== 0 && second === 0 && third !== 0 && bytes[3] === 0) return "utf-16le";
  return first === 0 && second !== 0 && third === 0 && bytes[3] !== 0 ? "utf-16be" : undefined;
}

/** Whether bytes are UTF-8: `ascii` if each is a character of its own, so that other encodings say the same. */
function isUtf8(bytes: Uint8Array): "ascii" | "yes" | "no" {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let length = 0;
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      length += decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }).length;
    decoder.decode();
  } catch {
    return "no";
  }
  // What is not ASCII has more bytes than the text has code units.
  return length === bytes.length ? "ascii" : "yes";
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** Thrown by `textChunks` for bytes that end or go wrong in the middle of a character. */
export class EncodingError extends Error {}

/** The text of bytes, piece by piece, without the byte order mark. Throws an `EncodingError`. */
export function* textChunks(bytes: Uint8Array, encoding: SourceEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new EncodingError(encoding, { cause: error });
    throw error;
  }
}

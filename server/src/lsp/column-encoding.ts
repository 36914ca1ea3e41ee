import type { File } from "../syntax/file.ts";
import type { Position } from "../syntax/positions.ts";
import { lineAt } from "../syntax/surroundings.ts";
import type { Encoding } from "./encoding.ts";

/** Finds a file by the URI that the client uses. */
export type FindFile = (uri: string) => File | undefined;

/** Converts messages of the protocol between the client's columns and ours. `uri` is the document that they are about. */
export interface MessageColumns {
  incoming<T>(message: T, uri: string): T;
  outgoing<T>(message: T, uri: string): T;
}

/** The conversion for a client; where it counts as we do, there is nothing to convert. */
export function columnsIn(encoding: Encoding, find: FindFile): MessageColumns {
  const isSame = encoding === "utf-16";
  return {
    incoming: (message, uri) => (isSame ? message : fromUtf8(message, uri, find)),
    outgoing: (message, uri) => (isSame ? message : intoUtf8(message, uri, find)),
  };
}

/** A message of a client that counts bytes, in our columns. `uri` is the document that its positions are about. */
export function fromUtf8<T>(message: T, uri: string, find: FindFile): T {
  return converted(message, uri, find, toUtf16);
}

/** What is answered, in bytes. */
export function intoUtf8<T>(message: T, uri: string, find: FindFile): T {
  return converted(message, uri, find, toBytes);
}

type CountUnits = (line: string, column: number) => number;

/** Copies a message with every position in it converted; a document that is named on the way is that of what lies below. */
function converted<T>(message: T, uri: string, find: FindFile, count: CountUnits): T {
  const walk = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, at));
    if (typeof value !== "object" || value === null) return value;
    if (isPosition(value))
      return { ...value, character: count(lineOf(find(at), value.line), value.character) };
    const here = documentOf(value) ?? at;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => {
        if (key === "data") return [key, below];
        if (key === "changes" && !Array.isArray(below)) return [key, byDocument(below as object, walk)];
        return [key, walk(below, key.startsWith("originSelection") ? uri : here)];
      }),
    );
  };
  return walk(message, uri) as T;
}

function byDocument(changes: object, walk: (value: unknown, at: string) => unknown): object {
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

function lineOf(file: File | undefined, line: number): string {
  return file ? lineAt(file, line) : "";
}

const encoder = new TextEncoder();

function toBytes(line: string, column: number): number {
  // Behind the end of a line there is nothing to count.
  return encoder.encode(line.slice(0, column)).length;
}

function toUtf16(line: string, bytes: number): number {
  let seen = 0;
  let column = 0;
  for (const character of line) {
    if (seen >= bytes) break;
    seen += encoder.encode(character).length;
    column += character.length;
  }
  return column;
}

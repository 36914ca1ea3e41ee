import type { RecoveredCollection, RecoveredEntry, RecoveredScalar, TokenReader } from "./cursor-context.ts";
import type { Token } from "./token-cursor.ts";

interface OpenFlow {
  readonly collection: RecoveredCollection;
  entry: RecoveredEntry;
  /** The offset at which the entry begins: after a bracket or a comma. */
  from: number;
}

/** Reads a flow collection, closed or not, whose `flow-start` is the next token. */
export function recoverFlow(
  reader: TokenReader,
  parent: RecoveredEntry | undefined,
  indent: number,
): RecoveredCollection | undefined {
  const start = reader.take();
  if (!start) return undefined;
  const outermost = begin(reader, start, parent, indent);
  const open = [outermost];
  for (let flow = open.at(-1); flow; flow = open.at(-1)) {
    const token = reader.take();
    if (token?.kind === "flow-start") {
      const inner = begin(reader, token, flow.entry, indent);
      flow.entry.value = inner.collection;
      open.push(inner);
    } else if (token && token.kind !== "flow-end") readPart(reader, flow, token);
    else {
      finish(reader, flow, endOf(reader, flow, token));
      open.pop();
    }
  }
  return outermost.collection;
}

/** Where an entry ends: where its collection ends, or, if that is not closed, above an empty line that is outside. */
function endOf(reader: TokenReader, flow: OpenFlow, end: Token | undefined): number {
  if (!end?.closed && isLeftOf(reader, flow)) return reader.line - 1;
  return end?.from ?? reader.text.length;
}

/** Whether the cursor is on an empty line below an entry, at most at the column of its collection. */
function isLeftOf(reader: TokenReader, { collection, from }: OpenFlow): boolean {
  const { line, cursor, isOnBlankLine } = reader;
  return line > from && cursor - line <= collection.indent && isOnBlankLine;
}

function begin(
  { text }: TokenReader,
  { from, to }: Token,
  parent: RecoveredEntry | undefined,
  indent: number,
): OpenFlow {
  const kind = text.charAt(from) === "{" ? "map" : "list";
  const collection: RecoveredCollection = { kind, flow: true, indent, entries: [], parent };
  return { collection, entry: { collection }, from: to };
}

function readPart(reader: TokenReader, flow: OpenFlow, token: Token): void {
  const { collection, entry } = flow;
  if (token.kind === "comment") reader.captureComment(token, collection);
  else if (token.kind === "anchor" || token.kind === "tag") {
    if (reader.isIn(token.from, token.to)) reader.context = { role: "text", collection };
  } else if (token.kind === "flow-entry") {
    finish(reader, flow, token.from);
    flow.entry = { collection };
    flow.from = token.to;
  } else if (token.kind === "mapping-value") {
    if (collection.kind === "list" && entry.value && "text" in entry.value) {
      entry.key = entry.value;
      entry.value = undefined;
    }
    entry.colon = token.to;
  } else if (collection.kind === "map" && entry.colon === undefined) entry.key = reader.scalar(token);
  else entry.value = reader.scalar(token);
}

/** Ends an entry of a flow collection: at a comma, or at the end of the collection. */
function finish(reader: TokenReader, { collection, entry, from }: OpenFlow, to: number): void {
  if (entry.key || entry.value || entry.colon !== undefined) collection.entries.push(entry);
  if (!reader.isIn(from, to)) return;
  const isOnKey = collection.kind === "map" && (entry.colon === undefined || reader.cursor < entry.colon);
  const role = isOnKey ? "key" : "value";
  const part = isOnKey ? entry.key : entry.value;
  if (!part) reader.context = { role, collection, entry };
  else if (isAt(reader.cursor, part))
    reader.context = { role: isAlias(part) ? "alias" : role, collection, entry, word: part };
  else if (isBefore(reader, from, part) && (isOnKey || collection.kind === "list"))
    reader.context = { role, collection, entry: { collection }, isFollowed: true };
  else reader.context = { role: "text", collection };
}

/** Whether the cursor is where another entry may begin: in white space before the first part of an entry. */
function isBefore(reader: TokenReader, from: number, part: RecoveredCollection | RecoveredScalar): boolean {
  return "text" in part && reader.cursor < part.from && reader.text.slice(from, part.from).trim() === "";
}

function isAt(cursor: number, part: RecoveredCollection | RecoveredScalar): part is RecoveredScalar {
  return "text" in part && cursor >= part.from && cursor <= part.to;
}

function isAlias({ text, quote }: RecoveredScalar): boolean {
  return quote === "" && text.startsWith("*");
}

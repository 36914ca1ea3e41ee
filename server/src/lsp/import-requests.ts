import { message } from "../base/message.ts";
import { canonicalUri, folderOf } from "../base/uri.ts";
import { MAX_SOURCE_BYTES, type Source, type SourceFinding } from "../exchange/source.ts";
import { Refusal } from "../features/context.ts";
import { importExports, planExports, readImport, type UnreadImport } from "../features/import-exports.ts";
import {
  APPLY_IMPORT,
  IMPORT,
  type ImportedSource,
  type ImportParams,
  type ImportResult,
} from "../features/import-protocol.ts";
import type { Disk } from "./disk.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers, RequestHost } from "./request-handlers.ts";
import { repositoryFindings } from "./source-in-repository.ts";
import { worked } from "./withdrawal.ts";

/** Connects the import of exports. `disk` reads the files that the client did not send; where there is none, it sends all. */
export function answerImportRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { contexts, columns, whole, disk }: RequestHost,
): void {
  connection.onRequest(
    IMPORT,
    handlers.guarded(message("The import"), async (params: ImportParams, options) => {
      await whole.read(options);
      const input = await worked(readImport(await inputOf(params, disk)), options);
      return columns.outgoing(planExports(contexts.shared(), input), "");
    }),
  );
  connection.onRequest(
    APPLY_IMPORT,
    handlers.guarded(message("The import"), async (params: ImportParams, options) => {
      await whole.read(options);
      const { client, localize } = contexts.shared();
      if (!client.appliesEdits)
        throw new Refusal(localize(message("This editor does not let the server change files.")));
      const input = await worked(readImport(await inputOf(params, disk)), options);
      const edit = importExports(contexts.shared(), input);
      if (!edit) return null;
      return connection.workspace
        .applyEdit(columns.outgoing({ label: localize(message("Import")), edit }, ""))
        .catch((error: Error): ImportResult => ({ applied: false, failureReason: error.message }));
    }),
  );
}

/** Reads what the user chose, one file after the other: together they may be larger than the memory. */
async function inputOf(params: ImportParams, disk: Disk | undefined): Promise<UnreadImport> {
  const sources: Source[] = [];
  const unread: SourceFinding[] = [];
  for (const one of params.sources) {
    const read = await bytesOf(one, disk);
    if ("bytes" in read) sources.push({ name: one.name, bytes: read.bytes });
    else unread.push(read);
  }
  return { params, sources, noticed: [...unread, ...(await inRepository(params, disk))] };
}

/** What there is to say of sources that would be committed: each lies in a repository of its own. */
async function inRepository(
  { sources }: ImportParams,
  disk: Disk | undefined,
): Promise<readonly SourceFinding[]> {
  if (!disk) return [];
  const found = sources.map(async ({ name, uri }) => {
    if (!uri?.startsWith("file:")) return [];
    const canonical = canonicalUri(uri);
    return repositoryFindings(disk, [{ name, uri: canonical }], folderOf(canonical));
  });
  return (await Promise.all(found)).flat();
}

async function bytesOf(
  { name, uri, bytes }: ImportedSource,
  disk: Disk | undefined,
): Promise<{ readonly bytes: Uint8Array } | SourceFinding> {
  if (bytes !== undefined) return { bytes: fromBase64(bytes) };
  const read = uri === undefined ? undefined : await disk?.readChosen(uri, MAX_SOURCE_BYTES);
  if (read && "bytes" in read) return read;
  const isTooLarge = read?.unreadable === "too-large";
  return {
    id: isTooLarge ? "too-large" : "unreadable",
    severity: "error",
    source: name,
    message: isTooLarge
      ? message(
          "It is larger than {0} MB, which no export of a school is: it is not read.",
          MAX_SOURCE_BYTES / 2 ** 20,
        )
      : message("It cannot be read: is it still there, and may you read it?"),
  };
}

/** The bytes of a text in Base64; nothing of one that is none. */
function fromBase64(text: string): Uint8Array {
  try {
    const binary = atob(text);
    // An iterator over the characters takes ten times as long.
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    return new Uint8Array();
  }
}

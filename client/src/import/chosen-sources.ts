import { type DataTransfer, type DataTransferFile, l10n, Uri, window, workspace } from "vscode";
import { type ImportedSource, MAX_SENT_BYTES } from "../../../server/src/features/import-protocol.ts";

/** What may be dropped: files of the explorer or another program, as names or as what they hold. */
export const DROPPED = ["text/uri-list", "files"];

/** The files at these places. Those that the server cannot read are read here, each up to the limit. */
export async function sourcesAt(
  uris: readonly Uri[],
  serverReadsDisk: boolean,
): Promise<readonly ImportedSource[]> {
  const sources: ImportedSource[] = [];
  for (const uri of uris) {
    const source = { name: workspace.asRelativePath(uri, false), uri: uri.toString() };
    if (serverReadsDisk && uri.scheme === "file") sources.push(source);
    else sources.push({ ...source, ...(await contentOf(uri)) });
  }
  return sources;
}

/** The files that were dropped. */
export async function droppedSources(
  dropped: DataTransfer,
  serverReadsDisk: boolean,
): Promise<readonly ImportedSource[]> {
  const names = (await dropped.get("text/uri-list")?.asString()) ?? "";
  const uris = names
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => Uri.parse(line));
  if (uris.length > 0) return sourcesAt(uris, serverReadsDisk);
  const sources: ImportedSource[] = [];
  for (const [, item] of dropped) {
    const file = item.asFile();
    if (file) sources.push(await sourceOf(file, serverReadsDisk));
  }
  return sources;
}

/** Files that the user picks in a dialog. */
export async function pickedSources(serverReadsDisk: boolean): Promise<readonly ImportedSource[]> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const picked = await window.showOpenDialog({
    title: l10n.t("Exports of STSWEB, SIECLE, EDT or UnDeuxTEMPS"),
    openLabel: l10n.t("Import"),
    canSelectMany: true,
    ...(folder ? { defaultUri: folder } : {}),
  });
  return sourcesAt(picked ?? [], serverReadsDisk);
}

async function sourceOf(file: DataTransferFile, serverReadsDisk: boolean): Promise<ImportedSource> {
  if (file.uri) {
    const [source] = await sourcesAt([file.uri], serverReadsDisk);
    if (source) return source;
  }
  return { name: file.name, bytes: base64Of(await file.data()) };
}

/** What a file holds; nothing if it cannot be read, which the server says. */
async function contentOf(uri: Uri): Promise<Pick<ImportedSource, "bytes">> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_SENT_BYTES) return { bytes: base64Of(new Uint8Array(MAX_SENT_BYTES + 1)) };
    return { bytes: base64Of(await workspace.fs.readFile(uri)) };
  } catch {
    return {};
  }
}

/** How many bytes are turned into characters at once: arguments of a call, of which there may not be too many. */
const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  const sent = bytes.subarray(0, MAX_SENT_BYTES + 1);
  const pieces: string[] = [];
  for (let at = 0; at < sent.length; at += PIECE)
    pieces.push(String.fromCharCode(...sent.subarray(at, at + PIECE)));
  return btoa(pieces.join(""));
}

/** Scheme and host, and the path. Some clients have schemes without a host: `memfs:/a`. */
const WITH_PATH = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)?$/i;

/** A URI in the one form under which files are known: every client writes `:` and accents in its own way. */
export function canonicalUri(uri: string): string {
  const match = WITH_PATH.exec(uri);
  if (!match) return uri;
  const path = (match[2] ?? "").split("/").map(encoded).join("/");
  return `${match[1]?.toLowerCase()}${path.replace(/^\/([A-Z])%3A/, (_, drive: string) => `/${drive.toLowerCase()}%3A`)}`;
}

/** The URI of a folder in its one form, without a slash at its end. */
export function canonicalFolder(uri: string): string {
  return canonicalUri(uri).replace(/\/+$/, "");
}

function encoded(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment).normalize("NFC"));
  } catch {
    return encodeURIComponent(segment);
  }
}

/** The folder of a file, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** The last part of a URI, as people read it. */
export function baseName(uri: string): string {
  const segment = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The folders above a file or folder, the nearest first, each without a slash at its end. */
export function* foldersAbove(uri: string): Generator<string> {
  for (let at = uri.lastIndexOf("/"); at > 0; at = uri.lastIndexOf("/", at - 1)) yield uri.slice(0, at);
}

/** Whether a file or folder lies in a folder, or is it. The root of a host ends with a slash: `memfs://host/`. */
export function isUnder(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** What a relative path written in a file means; `undefined` if it is no relative path. */
export function resolveRelative(file: string, path: string): string | undefined {
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path)) return undefined;
  const match = WITH_PATH.exec(folderOf(file));
  const segments = (match?.[2] ?? "").split("/").slice(1);
  for (const part of path.split(/[/\\]/)) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (segments.length === 0) return undefined;
      segments.pop();
    } else segments.push(encodeURIComponent(part.normalize("NFC")));
  }
  return `${match?.[1] ?? ""}/${segments.join("/")}`;
}

/** The path from a folder to a file, with `/`, as people write it. */
export function relativeTo(folder: string, uri: string): string {
  const from = folder.split("/");
  const to = uri.split("/");
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].map(baseName).join("/");
}

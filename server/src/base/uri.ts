/** Scheme and host, then the path. Some clients use schemes without a host: `memfs:/a`. */
const WITH_PATH = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(\/.*)?$/i;

/** What a file of this machine begins with: some clients leave the host out, or call it `localhost`. */
const LOCAL = /^file:(?:\/\/(?:localhost)?)?$/;

/**
 * The canonical form of a URI, under which files are known: it is for comparing, not for telling. Clients differ in how
 * they encode `:` and accents, in the case of a drive's letter, and in how they write the host.
 */
export function canonicalUri(uri: string): string {
  const [, start, rest = ""] = WITH_PATH.exec(uri) ?? [];
  if (start === undefined) return uri;
  const path = rest.split("/").map(encoded).join("/");
  return `${canonicalStart(start)}${path.replace(/^\/([A-Z])%3A(?=\/|$)/, (_, drive: string) => `/${drive.toLowerCase()}%3A`)}`;
}

function canonicalStart(start: string): string {
  const lower = start.toLowerCase();
  if (LOCAL.test(lower)) return "file://";
  const [, scheme, host] = /^([^/]*\/\/)(.*)$/.exec(lower) ?? [];
  // `wsl$` and `wsl%24`, `ssh-remote+server` and `ssh-remote%2bserver`.
  return scheme === undefined || host === undefined ? lower : scheme + encoded(host).toLowerCase();
}

/** The canonical URI of a folder, without a slash at its end. */
export function canonicalFolder(uri: string): string {
  const canonical = canonicalUri(uri);
  let end = canonical.length;
  while (canonical[end - 1] === "/") end--;
  const folder = canonical.slice(0, end);
  return folder === "file:" ? "file://" : folder;
}

function encoded(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment).normalize("NFC"));
  } catch {
    return encodeURIComponent(segment);
  }
}

/** The URI of the folder of a file, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** The last segment of a URI, decoded. */
export function baseName(uri: string): string {
  const segment = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The URIs of the folders above a file or folder, the nearest first, without a slash at their end. */
export function* foldersAbove(uri: string): Generator<string> {
  for (let at = uri.lastIndexOf("/"); at > 0; at = uri.lastIndexOf("/", at - 1)) yield uri.slice(0, at);
}

/**
 * Whether a file or folder is below a folder, or is that folder. The root of a host may end with a slash:
 * `memfs://host/`.
 */
export function isUnder(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/**
 * The URI of the file that a relative path in another file refers to; `undefined` if the path is not relative or leads
 * above the root.
 */
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

/** The relative path from a folder to a file, decoded, with `/` between segments. */
export function relativeTo(folder: string, uri: string): string {
  const from = folder.split("/");
  const to = uri.split("/");
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].map(baseName).join("/");
}

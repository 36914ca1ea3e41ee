import { message } from "../base/message.ts";
import { baseName, isUnder, relativeTo } from "../base/uri.ts";
import type { SourceFinding } from "../exchange/source.ts";
import type { Disk } from "./disk.ts";

/** A source that lies on the disk, by what messages call it and its canonical URI. */
interface SourceOnDisk {
  readonly name: string;
  readonly uri: string;
}

/** The largest `.gitignore` that is read, in bytes. */
const MAX_IGNORED = 2 ** 20;

/**
 * Sources that lie in the git repository of the configuration and that its `.gitignore` does not leave out: they hold birth
 * dates, and would be committed. Only plain lines of that file are understood.
 */
export async function repositoryFindings(
  disk: Disk,
  sources: readonly SourceOnDisk[],
  folder: string,
): Promise<readonly SourceFinding[]> {
  const root = await disk.rootOf(folder);
  const marker = await disk.kindOf(`${root}/.git`, root);
  if (marker === "none") return [];
  const ignored = await ignoredBy(disk, root);
  return sources
    .filter(({ uri }) => isUnder(uri, root) && !ignored(relativeTo(root, uri)))
    .map(({ name, uri }) => ({
      id: "source-in-repository",
      severity: "information",
      source: name,
      message: message(
        "It lies in the git repository, and holds people's data: keep it elsewhere, or add “{0}” to {1}.",
        `*${/\.[^.]*$/.exec(baseName(uri))?.[0] ?? ""}`,
        ".gitignore",
      ),
    }));
}

/** Whether a path from the root is left out by a name, a folder, or an ending such as `*.xml`. */
async function ignoredBy(disk: Disk, root: string): Promise<(path: string) => boolean> {
  const read = await disk.readChosen(`${root}/.gitignore`, MAX_IGNORED);
  const text = "bytes" in read ? new TextDecoder().decode(read.bytes) : "";
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, ""));
  const patterns = lines.filter((line) => line !== "" && !/^[#!]/.test(line));
  return (path) => {
    const segments = path.split("/");
    return patterns.some(
      (pattern) =>
        path === pattern ||
        path.startsWith(`${pattern}/`) ||
        segments.includes(pattern) ||
        (/^\*\.[^*?[\]/]+$/.test(pattern) && path.endsWith(pattern.slice(1))),
    );
  };
}

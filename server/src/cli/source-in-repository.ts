import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { message } from "../base/message.ts";
import { baseName, isUnder, relativeTo } from "../base/uri.ts";
import type { Source, SourceFinding } from "../exchange/source.ts";
import { disk, pathOf, uriOf } from "../lsp/disk.ts";

/**
 * Sources that lie in the git repository of the configuration and that its `.gitignore` does not leave out: they hold birth
 * dates, and would be committed. Only plain lines of that file are understood.
 */
export async function repositoryFindings(
  sources: readonly Source[],
  folder: string,
  cwd: string,
): Promise<readonly SourceFinding[]> {
  const root = await disk.rootOf(folder);
  const marker = await disk.kindOf(`${root}/.git`, root);
  if (marker === "none") return [];
  const ignored = await ignoredBy(root);
  return sources
    .map(({ name }) => ({ name, uri: uriOf(resolve(cwd, name)) }))
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
async function ignoredBy(root: string): Promise<(path: string) => boolean> {
  const text = await readFile(`${pathOf(root)}/.gitignore`, "utf8").catch(() => "");
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

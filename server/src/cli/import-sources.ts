import { open, readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { message } from "../base/message.ts";
import { MAX_SOURCE_BYTES, type Source } from "../exchange/source.ts";
import { UsageError } from "./command.ts";
import { reasonFor } from "./error-reason.ts";

/** What an export may be called. In a folder, other files are not looked at. */
const EXPORT = /\.(?:xml|zip|csv|txt|tsv)$/i;

/**
 * Reads the files at the paths of a command line; of a folder those in it that may be exports. They are named by their
 * paths from the working folder. Throws a `UsageError` if one cannot be read.
 */
export async function sourcesAt(paths: readonly string[], cwd: string): Promise<readonly Source[]> {
  const files = await Promise.all(paths.map((path) => filesAt(path, cwd)));
  // One after the other: together they may be larger than the memory.
  const sources: Source[] = [];
  const seen = new Set<string>();
  for (const { absolute, isFound } of files.flat()) {
    if (seen.has(absolute)) continue;
    seen.add(absolute);
    const name = relative(cwd, absolute).split(sep).join("/");
    sources.push({ name, bytes: await bytesOf(absolute, name), ...(isFound && { isFound }) });
  }
  return sources;
}

interface SourceFile {
  readonly absolute: string;
  readonly isFound: boolean;
}

async function filesAt(path: string, cwd: string): Promise<readonly SourceFile[]> {
  const absolute = resolve(cwd, path);
  const stats = path === "" ? undefined : await stat(absolute).catch(() => undefined);
  if (!stats) throw new UsageError(message("There is no file or folder “{0}”.", path));
  if (!stats.isDirectory()) return [{ absolute, isFound: false }];
  const entries = await readdir(absolute, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(message("“{0}” cannot be read: {1}.", path, reasonFor(error)));
  });
  const names = entries.filter((one) => one.isFile() && EXPORT.test(one.name)).map(({ name }) => name);
  if (names.length === 0)
    throw new UsageError(
      message("In “{0}” there is no file that may be an export: .xml, .zip, .csv, .txt.", path),
    );
  return names.sort().map((name) => ({ absolute: join(absolute, name), isFound: true }));
}

/** The bytes of a file for the name that messages call it by, never more than one over the limit, so that it is known to be too large. */
export async function bytesOf(absolute: string, name: string): Promise<Uint8Array> {
  try {
    const stats = await stat(absolute);
    // A pipe or a device may never end.
    if (!stats.isFile())
      throw new UsageError(message("“{0}” cannot be read: {1}.", name, message("it is not a file")));
    const size = Math.min(stats.size, MAX_SOURCE_BYTES + 1);
    const file = await open(absolute);
    try {
      const bytes = new Uint8Array(size);
      let length = 0;
      while (length < size) {
        const { bytesRead } = await file.read(bytes, length, size - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.subarray(0, length);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(message("“{0}” cannot be read: {1}.", name, reasonFor(error)));
  }
}

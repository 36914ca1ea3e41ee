import { mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type Message, message } from "../base/message.ts";
import type { FileChange } from "../exchange/import-plan.ts";
import { pathOf } from "../lsp/disk.ts";
import type { CommandIo } from "./command.ts";
import { reasonFor } from "./error-reason.ts";
import { WHY_NOT } from "./fixes.ts";
import { writeFixed } from "./write.ts";

/**
 * Writes the files of an import. A new one never replaces a file that is there; one that changed meanwhile is left as it
 * is. `folder` is that of the establishment. Says what could not be written; returns how many files were not.
 */
export async function writeImport(
  folder: string,
  files: readonly FileChange[],
  path: (uri: string) => string,
  io: Pick<CommandIo, "say">,
): Promise<number> {
  let failed = 0;
  for (const file of files) {
    const reason = await write(file, folder, path(file.uri));
    if (!reason) continue;
    failed++;
    io.say(reason);
  }
  return failed;
}

/** Writes one file; the reason if it cannot be written. */
async function write(
  { uri, before, after }: FileChange,
  folder: string,
  name: string,
): Promise<Message | undefined> {
  const path = pathOf(uri);
  try {
    if (before !== undefined) {
      const outcome = await writeFixed({ uri, before, after }, [folder]);
      return outcome === "written" ? undefined : WHY_NOT[outcome](name);
    }
    await mkdir(dirname(path), { recursive: true });
    // A link in a folder of somebody else's may lead anywhere.
    const root = pathOf(folder);
    if ((await realpath(dirname(path))) !== join(await realpath(root), relative(root, dirname(path))))
      return message("“{0}” would come into another folder, to which a link leads: it is not written.", name);
    await writeFile(path, after, { flag: "wx" });
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EEXIST"
      ? message("“{0}” is there already: it is left as it is.", name)
      : message("“{0}” cannot be written: {1}.", name, reasonFor(error));
  }
}

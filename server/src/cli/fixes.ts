import { message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import { pathOf, uriOf } from "../lsp/disk.ts";
import { parseFile } from "../syntax/file.ts";
import { shownText } from "./check-formats/secrets.ts";
import type { CommandIo, ExitCode } from "./command.ts";
import { unifiedDiff } from "./diff.ts";
import { writeFixed } from "./write.ts";

/** A file as it was read, and as the fixes leave it. */
export interface FixedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
}

/** What the fixes change, as a unified diff of each file. */
export function diffOf(files: readonly FixedFile[], { cwd }: Pick<CommandIo, "cwd">): string {
  return files
    .map(({ uri, before, after }) =>
      unifiedDiff(relativeTo(uriOf(cwd), uri), withoutSecrets(uri, before), withoutSecrets(uri, after)),
    )
    .join("");
}

/** A secret is not repeated, in a diff neither. */
function withoutSecrets(uri: string, text: string): string {
  return shownText(parseFile(uri, text));
}

/** Writes the files that the fixes changed. One that cannot be written is told, and the others are written all the same. */
export async function writeFixes(
  { files, fixes }: { readonly files: readonly FixedFile[]; readonly fixes: number },
  io: CommandIo,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const { uri, before, after } of files) {
    const path = relativeTo(uriOf(io.cwd), uri);
    try {
      if (await writeFixed(pathOf(uri), before, after)) continue;
      io.say(message("“{0}” changed while it was checked: it is left as it is.", path));
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
      io.say(message("“{0}” cannot be written: {1}.", path, why));
    }
    code = 2;
  }
  if (fixes > 0) io.say(message("Fixes applied: {0}, in files: {1}.", fixes, files.length));
  return code;
}

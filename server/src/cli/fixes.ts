import { type Message, message } from "../base/message.ts";
import { relativeTo } from "../base/uri.ts";
import { pathOf, uriOf } from "../lsp/disk.ts";
import { parseFile } from "../syntax/file.ts";
import { shownPath } from "../syntax/private-names.ts";
import { shown, shownLines } from "./check-formats/mask.ts";
import { shownText } from "./check-formats/secrets.ts";
import type { CommandIo, ExitCode } from "./command.ts";
import { unifiedDiff } from "./diff.ts";
import { BOM, type WriteOutcome, writeFixed } from "./write.ts";

/** The text of a file before and after the fixes. */
export interface FixedFile {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** Whether a byte order mark stands before it. */
  readonly marked: boolean;
}

/** The unified diffs of fixed files, with secrets and control characters masked. */
export function diffOf(files: readonly FixedFile[], { cwd }: Pick<CommandIo, "cwd">): string {
  return files
    .map(({ uri, before, after, marked }) => {
      const printed = (text: string) => (marked ? BOM : "") + withoutSecrets(uri, text);
      return unifiedDiff(shown(shownPath(relativeTo(uriOf(cwd), uri))), printed(before), printed(after));
    })
    .join("");
}

/** A text with secrets masked. */
function withoutSecrets(uri: string, text: string): string {
  return shownLines(shownText(parseFile(uri, text)));
}

/**
 * Writes fixed files. If one cannot be written, a message is printed, the others are written, and the exit code is 2.
 */
export async function writeFixes(
  { files, fixes }: { readonly files: readonly FixedFile[]; readonly fixes: number },
  io: CommandIo,
): Promise<ExitCode> {
  let written = 0;
  for (const { uri, before, after } of files) {
    const path = relativeTo(uriOf(io.cwd), uri);
    try {
      const outcome = await writeFixed(pathOf(uri), before, after);
      if (outcome === "written") written++;
      else io.say(LEFT[outcome](path));
    } catch (error) {
      const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
      io.say(message("“{0}” cannot be written: {1}.", path, reason));
    }
  }
  if (written < files.length) {
    io.say(message("Files written: {0}; left as they are: {1}.", written, files.length - written));
    return 2;
  }
  if (fixes > 0) io.say(message("Fixes applied: {0}, in files: {1}.", fixes, files.length));
  return 0;
}

const LEFT: { readonly [O in Exclude<WriteOutcome, "written">]: (path: string) => Message } = {
  changed: (path) => message("“{0}” changed while it was checked: it is left as it is.", path),
  "read-only": (path) => message("“{0}” is read-only: it is left as it is.", path),
  linked: (path) => message("“{0}” has other names (hard links): it is left as it is.", path),
  owned: (path) => message("“{0}” belongs to another user, which it would lose: it is left as it is.", path),
};

import { type Message, message } from "../base/message.ts";
import { shown, shownLines } from "../base/shown-text.ts";
import { type LocalSystem, thisMachine } from "../lsp/file-system.ts";
import { parseFile } from "../syntax/file.ts";
import { shownText } from "./check-formats/secrets.ts";
import type { CommandIo, ExitCode } from "./command.ts";
import { unifiedDiff } from "./diff.ts";
import { reasonFor } from "./error-reason.ts";
import { shownPlace } from "./shown-place.ts";
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
      return unifiedDiff(shown(shownPlace(cwd, uri)), printed(before), printed(after));
    })
    .join("");
}

/** A text with secrets masked. */
function withoutSecrets(uri: string, text: string): string {
  return shownLines(shownText(parseFile(uri, text)));
}

/**
 * Writes fixed files, none whose real path is outside of the folders `within`. If one cannot be written, a message is printed, the others are written, and the exit code is 2.
 */
export async function writeFixes(
  { files, fixes }: { readonly files: readonly FixedFile[]; readonly fixes: number },
  within: readonly string[],
  io: Pick<CommandIo, "cwd" | "say">,
  system: LocalSystem = thisMachine,
): Promise<ExitCode> {
  let written = 0;
  for (const { uri, before, after } of files) {
    const path = shownPlace(io.cwd, uri);
    try {
      const outcome = await writeFixed({ uri, before, after }, within, system);
      if (outcome === "written") written++;
      else io.say(WHY_NOT[outcome](path));
    } catch (error) {
      io.say(message("“{0}” cannot be written: {1}.", path, reasonFor(error)));
    }
  }
  if (written < files.length) {
    io.say(message("Files written: {0}; left as they are: {1}.", written, files.length - written));
    return 2;
  }
  if (fixes > 0) io.say(message("Fixes applied: {0}, in files: {1}.", fixes, files.length));
  return 0;
}

/** Why a file is left as it is. */
export const WHY_NOT: { readonly [O in Exclude<WriteOutcome, "written">]: (path: string) => Message } = {
  changed: (path) => message("“{0}” changed while it was checked: it is left as it is.", path),
  "read-only": (path) => message("“{0}” is read-only: it is left as it is.", path),
  linked: (path) => message("“{0}” has other names (hard links): it is left as it is.", path),
  owned: (path) => message("“{0}” belongs to another user, which it would lose: it is left as it is.", path),
};

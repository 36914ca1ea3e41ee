import { message } from "../base/message.ts";
import { DEFAULT_STEP, formatDocument } from "../features/formatting.ts";
import { parseFile } from "../syntax/file.ts";
import { applyTextEdits } from "../syntax/text-edits.ts";
import { type CommandArguments, type ExitCode, type RunCommand, UsageError, worse } from "./command.ts";
import { diffOf, type FixedFile, writeFixes } from "./fixes.ts";
import { pathInput } from "./path-input.ts";
import { type CommandInput, reportEmpty, sorted } from "./scope.ts";
import { shownPlace } from "./shown-place.ts";

/**
 * Formats the configuration files at the paths; with `--check` it changes nothing, prints what it would change as a
 * unified diff, and ends with 1 if that is anything. 2 if a file cannot be read or written.
 */
export const format: RunCommand = async (args, io) => {
  const step = stepIn(args);
  const input = await pathInput(args, io);
  const { files, unread } = await formattedFiles(input, step);
  for (const uri of unread)
    io.say(message("“{0}” is not read: it is left as it is.", shownPlace(io.cwd, uri)));
  const code: ExitCode = unread.length + input.unreadableFolders.length > 0 ? 2 : 0;
  for (const folder of input.unreadableFolders)
    io.say(message("The folder “{0}” cannot be read: it is left as it is.", shownPlace(io.cwd, folder)));
  const read = worse(code, reportEmpty(input, io));
  if (args.has("check")) {
    await io.out(diffOf(files, io));
    if (files.length > 0) io.say(message("Files to format: {0}.", files.length));
    return worse(read, files.length > 0 ? 1 : 0);
  }
  const written = await writeFixes({ files, fixes: 0 }, input.scope.within, io);
  if (files.length > 0 && written === 0) io.say(message("Files formatted: {0}.", files.length));
  return worse(read, written);
};

function stepIn(args: CommandArguments): number {
  const text = args.value("indent") ?? String(DEFAULT_STEP);
  if (!/^[1-8]$/.test(text))
    throw new UsageError(
      message("“{0}” is not a number of columns from 1 to 8: write {1}.", text, "--indent 2"),
    );
  return Number(text);
}

/** The files that formatting changes, and those that cannot be read. */
async function formattedFiles(
  { requested, scope }: CommandInput,
  step: number,
): Promise<{ readonly files: readonly FixedFile[]; readonly unread: readonly string[] }> {
  const files: FixedFile[] = [];
  const unread: string[] = [];
  for (const uri of sorted(requested)) {
    const content = await scope.read(uri);
    const file = "text" in content ? parseFile(uri, content.text) : undefined;
    if (!("text" in content) || !file || file.unreadable) {
      unread.push(uri);
      continue;
    }
    const edits = formatDocument({ file }, { options: { tabSize: step } });
    const after = applyTextEdits(content.text, edits);
    if (after !== content.text)
      files.push({ uri, before: content.text, after, marked: content.marked === true });
  }
  return { files, unread };
}

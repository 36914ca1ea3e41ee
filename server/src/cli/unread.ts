import { message } from "../base/message.ts";
import type { CommandIo, ExitCode } from "./command.ts";
import type { CommandInput } from "./scope.ts";
import { shownPlace } from "./shown-place.ts";

/**
 * Tells what could not be read of the files that an answer is about, once they are read: it says less than it should.
 * A file or a folder makes the exit code 2; of lines, the exit code of `check` tells. `check` has findings in its place.
 */
export function reportUnread(
  {
    unreadableFolders,
    unread,
    partlyRead,
  }: Pick<CommandInput, "unreadableFolders" | "unread" | "partlyRead">,
  io: Pick<CommandIo, "cwd" | "say">,
): ExitCode {
  for (const folder of unreadableFolders)
    io.say(
      message("The folder “{0}” cannot be read: what it holds is left out here.", shownPlace(io.cwd, folder)),
    );
  for (const [uri, reason] of [...unread].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = shownPlace(io.cwd, uri);
    io.say(
      reason === "missing"
        ? message(
            "There is no file “{0}”, from which an establishment inherits: what it would say is left out here.",
            path,
          )
        : message("“{0}” cannot be read: what it says is left out here.", path),
    );
  }
  for (const uri of [...partlyRead].sort())
    io.say(
      message(
        "“{0}” has lines that cannot be read: what they say is left out here. “{1}” shows them.",
        shownPlace(io.cwd, uri),
        "rentree check",
      ),
    );
  return unreadableFolders.length + unread.size > 0 ? 2 : 0;
}

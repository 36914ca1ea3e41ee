import { diskPaths } from "../lsp/disk-paths.ts";
import { shownPath } from "../syntax/private-names.ts";

/**
 * What is told of a place: its path from the working folder, with `/` between names, and without what is private in them;
 * `.` for the working folder itself.
 */
export function shownPlace(cwd: string, uri: string): string {
  return shownPath(diskPaths.shown(cwd, uri)) || ".";
}

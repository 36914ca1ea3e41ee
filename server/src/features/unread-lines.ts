import { baseName } from "../base/uri.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { rangeOf } from "../syntax/file.ts";
import { shownPath } from "../syntax/private-names.ts";
import { syntaxProblems } from "../syntax/syntax-problems.ts";
import type { UnreadLines } from "./plan-protocol.ts";

/** The files of an establishment, and the bases below them, that have lines that cannot be read. */
export function unreadLines(
  { members, bases }: Snapshot,
  uri: (canonical: string) => string,
): readonly UnreadLines[] {
  return [...members, ...bases].flatMap((file) => {
    const [first] = syntaxProblems(file.root);
    if (!first) return [];
    const place = { uri: uri(file.uri), range: rangeOf(file, first.at) };
    return [{ file: shownPath(baseName(file.uri)), place }];
  });
}

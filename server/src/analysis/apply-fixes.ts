import type { Workspace } from "../model/workspace.ts";
import type { Finding } from "../rules/api/rule.ts";
import { changeFile, type File, fileText, holds, parseFile, rangeOf } from "../syntax/file.ts";
import type { Range } from "../syntax/positions.ts";
import { applyTextEdits, inOrderOf, type TextEdit } from "../syntax/text-edits.ts";
import type { Span } from "../syntax/tree.ts";
import { type EditsByFile, fixRounds } from "./fix-rounds.ts";

/** A workspace in which nothing is left to mend by itself, and how many fixes that took. */
export interface FixedWorkspace {
  readonly workspace: Workspace;
  readonly fixes: number;
}

/**
 * Applies the sure fixes of the findings that `found` returns until none is left. A fix that would change a file that
 * may not be changed is left out.
 */
export function applyFixes(
  workspace: Workspace,
  mayChange: (uri: string) => boolean,
  found: (workspace: Workspace) => readonly Finding[],
): FixedWorkspace {
  let current = workspace;
  const check = () => ({ findings: found(current), rangeOf: (at: Span) => rangeIn(current, at) });
  const rounds = fixRounds(check(), mayChange);
  let round = rounds.next();
  while (!round.done) {
    current = edited(current, round.value);
    round = rounds.next(check());
  }
  return { workspace: current, fixes: round.value };
}

function rangeIn({ files }: Workspace, at: Span): Range | undefined {
  const file = files.get(at.block.uri);
  return file && !file.unreadable && holds(file, at) ? rangeOf(file, at) : undefined;
}

function edited(workspace: Workspace, edits: EditsByFile): Workspace {
  return workspace.with(
    [...edits].map(([uri, list]) => {
      const file = workspace.files.get(uri);
      return [uri, file && editedFile(file, list)];
    }),
  );
}

/** With more edits than this, the whole text is parsed anew. */
const MAX_INCREMENTAL = 16;

/** The file after the edits. The last ones are applied first, so that the ranges of the others stay right. */
function editedFile(file: File, edits: readonly TextEdit[]): File {
  const text = fileText(file);
  if (edits.length > MAX_INCREMENTAL) return parseFile(file.uri, applyTextEdits(text, edits));
  return inOrderOf(text, edits).reduceRight(
    (current, { range, newText }) => changeFile(current, range, newText),
    file,
  );
}

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
 * Applies the sure fixes to these files of a workspace until none is left. A fix that would also change another file is left
 * out. `found` says which findings count.
 */
export function applyFixes(
  workspace: Workspace,
  mayChange: (uri: string) => boolean,
  found: (workspace: Workspace) => readonly Finding[],
): FixedWorkspace {
  let now = workspace;
  const check = () => ({ findings: found(now), rangeOf: (at: Span) => rangeIn(now, at) });
  const rounds = fixRounds(check(), mayChange);
  let round = rounds.next();
  while (!round.done) {
    now = edited(now, round.value);
    round = rounds.next(check());
  }
  return { workspace: now, fixes: round.value };
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

/** More edits than this, and the file is read anew. */
const FEW = 16;

/** The file with edits made, the last first, so that the others keep their places. */
function editedFile(file: File, edits: readonly TextEdit[]): File {
  const text = fileText(file);
  if (edits.length > FEW) return parseFile(file.uri, applyTextEdits(text, edits));
  return inOrderOf(text, edits).reduceRight(
    (now, { range, newText }) => changeFile(now, range, newText),
    file,
  );
}

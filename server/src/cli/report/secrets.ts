import type { Workspace } from "../../model/workspace.ts";
import { fileFindings, findingsOf } from "../../rules/findings.ts";
import { type File, type Range, rangeOf } from "../../syntax/file.ts";

/** Rules that find what nobody may repeat, wherever a report quotes the text around it. */
const SECRET = new Set(["secret-in-clear", "personal-data"]);

/** The places of a file whose text no report shows, also where their finding is switched off. */
export function secretsIn(workspace: Workspace, file: File): readonly Range[] {
  return [...fileFindings(file), ...(findingsOf(workspace).get(file.uri) ?? [])]
    .filter(({ id }) => SECRET.has(id))
    .flatMap(({ at, fixes = [] }) => {
      // A finding may stand on a key; what would be removed is what gives something away.
      const removed = fixes.flatMap(({ edits }) => edits).filter((edit) => edit.at.block.uri === file.uri);
      return [at, ...removed.map((edit) => edit.at)].map((span) => rangeOf(file, span));
    });
}

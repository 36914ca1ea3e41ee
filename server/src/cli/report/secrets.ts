import type { Workspace } from "../../model/workspace.ts";
import { fileFindings, findingsOf } from "../../rules/findings.ts";
import { type File, type Range, rangeOf } from "../../syntax/file.ts";

/** Rules that find what nobody may repeat, wherever a report quotes the text around it. */
const SECRET = /^secret-|^personal-data$/;

/** The places of a file whose text no report shows, also where their finding is switched off. */
export function secretsIn(workspace: Workspace, file: File): readonly Range[] {
  return [...fileFindings(file), ...(findingsOf(workspace).get(file.uri) ?? [])]
    .filter(({ id }) => SECRET.test(id))
    .map(({ at }) => rangeOf(file, at));
}

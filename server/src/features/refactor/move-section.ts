import { suppressionsIn } from "../../analysis/suppress.ts";
import { message } from "../../base/message.ts";
import { folderOf } from "../../base/uri.ts";
import { isMarker } from "../../model/layout.ts";
import { ruleById } from "../../rules/index.ts";
import { rootSchema } from "../../schema/schema.ts";
import type { File } from "../../syntax/file.ts";
import { fileLines } from "../../syntax/file.ts";
import { lineEndIn } from "../../syntax/line-ends.ts";
import { createsFiles } from "../workspace-edit.ts";
import { linesWith, replaceLines } from "./entry-text.ts";
import { type Refactoring, refused } from "./refactoring.ts";

/** Moves the section whose key is at the cursor to a file of its own, beside this one. */
export const moveSection: Refactoring = {
  id: "move-section",
  kind: "refactor.move",
  at({ file, workspace, snapshot, client }, { steps, onKey }) {
    const pair = steps.at(-1)?.pair;
    const schema = pair && rootSchema.properties.get(pair.key.text);
    if (!onKey || steps.length !== 1 || !pair || !schema || schema.ownFile || !snapshot.establishment)
      return undefined;
    const name = `${pair.key.text}.pronote.yaml`;
    const uri = `${folderOf(file.uri)}/${encodeURIComponent(name)}`;
    const title = message("Move “{0}” to “{1}”", pair.key.text, name);
    // A file with nothing else in it is that file already.
    if (file.root.pairs.length < 2) return undefined;
    if (workspace.layout.bases.has(file.uri))
      return refused(title, message("This file is a base: what leaves it is inherited no more."));
    if (pair.key.text === "etablissement" && isMarker(file.uri)) return undefined;
    if (!createsFiles(client))
      return refused(title, message("This editor does not let the server create files."));
    if (workspace.files.has(uri)) return refused(title, message("There is already a file “{0}”.", name));
    if (silencesWholeFile(file))
      return refused(
        title,
        message("A comment at the top silences rules in this whole file; it would not hold in the other."),
      );
    return {
      title,
      apply(draft) {
        const lines = fileLines(file);
        const { first, last } = linesWith(file, pair);
        const from = startWithComments(lines, first);
        const text = lines.slice(from, last + 1).map((line) => `${line}${lineEndIn(file)}`);
        draft.apply(file.uri, [replaceLines(file, { first: from, last: withBlankLines(lines, last) }, [])]);
        draft.create(uri, text.join(""));
      },
    };
  },
};

function silencesWholeFile(file: File): boolean {
  return suppressionsIn(file, new Set(ruleById.keys())).some(({ line }) => line === "all");
}

/** The first line of the comments that stand directly above a line. */
function startWithComments(lines: readonly string[], line: number): number {
  let first = line;
  while (first > 0 && /^#/.test(lines[first - 1] ?? "")) first--;
  return first;
}

/** The last of the blank lines below a line, if something follows them. */
function withBlankLines(lines: readonly string[], line: number): number {
  let last = line;
  while (last + 2 < lines.length && lines[last + 1]?.trim() === "") last++;
  return last;
}

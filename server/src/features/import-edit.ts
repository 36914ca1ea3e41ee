import type { WorkspaceEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import type { ImportPlan } from "../exchange/import-plan.ts";
import { addedWords } from "../exchange/import-words.ts";
import { replacements } from "../exchange/replacements.ts";
import type { SharedContext } from "./context.ts";
import type { ImportTarget } from "./import-target.ts";
import { labelledParts } from "./workspace-edit.ts";

/**
 * The edit of an import: the new files, the changes of imported ones, and, in an editor that lets the user leave out some,
 * what the sources say where somebody wrote something else: that is changed only if the user takes it.
 */
export function importEdit(
  context: SharedContext,
  plan: ImportPlan,
  { snapshot, folder }: ImportTarget,
): WorkspaceEdit {
  const things = addedWords(plan).map((one) => context.localize(one));
  const isNew = (before: string | undefined) => before === undefined;
  return labelledParts(
    context,
    [
      {
        label: things.length > 0 ? message("New: {0}", things.join(", ")) : message("New files"),
        creates: plan.files
          .filter(({ before }) => isNew(before))
          .map(({ uri, after }) => ({ uri: folder + uri.slice(snapshot.folder.length), text: after })),
        isSure: true,
      },
      {
        label: message("Imported files: what the sources say now"),
        rewrites: plan.files.flatMap(({ uri, before, after }) =>
          before === undefined ? [] : [{ uri, before, after }],
        ),
        isSure: true,
      },
      {
        label: message("You wrote something else: yours is kept unless this is chosen"),
        edits: context.client.changeAnnotations ? replacements(plan.differences, snapshot) : [],
      },
    ],
    message("What you wrote by hand is not changed"),
  );
}

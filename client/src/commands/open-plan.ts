import { l10n, type TextEditor, Uri, window } from "vscode";
import type { ChecklistNode } from "../checklist-tree.ts";
import { openFirst } from "../item-look.ts";
import { pickSchool } from "../plan/pick.ts";
import { stepsAt } from "../steps-at.ts";
import type { Command, Tools } from "./command.ts";

/**
 * Shows what is left to enter, beside: of the given establishment, phase or step; in the context menu of a file at the
 * step of the cursor; else where the user stood, in the establishment of the open file.
 */
export const openPlan: Command = async ({ client, plan, checklist }, argument) => {
  if (isNode(argument)) {
    const { establishment, phase, item } = argument;
    const slug = item?.slug ?? phase?.items.find(({ open }) => open)?.slug;
    plan.open({ establishment: establishment.uri, ...(slug === undefined ? {} : { slug }) });
    return;
  }
  const editor = window.activeTextEditor;
  const [step] = argument instanceof Uri && editor ? await stepsAt(client, editor) : [];
  if (step) {
    plan.open(step);
    return;
  }
  const establishment = await chooseEstablishment(plan, checklist, editor);
  if (establishment !== undefined) plan.open({ establishment });
};

async function chooseEstablishment(
  plan: Tools["plan"],
  { establishments }: Tools["checklist"],
  editor: TextEditor | undefined,
): Promise<string | undefined> {
  if (establishments.length === 0) {
    void window.showInformationMessage(l10n.t("There is no establishment in the open folders."));
    return undefined;
  }
  const [first] = openFirst(establishments, editor?.document.uri.toString());
  if (establishments.length === 1) return first?.uri;
  if (first && editor && isIn(first.uri, editor)) return first.uri;
  return plan.spot?.establishment ?? pickSchool(establishments);
}

function isIn(folder: string, editor: TextEditor): boolean {
  return editor.document.uri.path.startsWith(`${Uri.parse(folder).path}/`);
}

function isNode(value: unknown): value is ChecklistNode {
  return typeof value === "object" && value !== null && "establishment" in value;
}

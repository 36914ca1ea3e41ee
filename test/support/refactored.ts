import type { CodeAction } from "vscode-languageserver-types";
import {
  type RefactoringData,
  refactoringActions,
  refactoringEdit,
} from "../../server/src/features/refactor/index.ts";
import { type Fixture, fixture, ROOT } from "./fixture.ts";
import { edited } from "./workspace-edit.ts";

/** The refactorings at the cursor of a fixture, with those that are refused. */
export function refactoringsOf({ context, position }: Fixture): readonly CodeAction[] {
  return refactoringActions(context, position, () => true, true);
}

/** The files that a refactoring changes or creates, or why it is refused; `undefined` if it is not offered. */
export function refactored(source: string, id: string): string | undefined {
  const target = fixture(source);
  const all = refactoringsOf(target);
  const action = all.find(({ data }) => (data as RefactoringData | undefined)?.refactoring === id);
  if (!action) return all.find(({ disabled }) => disabled)?.disabled?.reason;
  const before = target.texts;
  const after = edited(before, refactoringEdit(target.context, action.data as RefactoringData));
  return [...after]
    .filter(([uri, text]) => before.get(uri) !== text)
    .map(([uri, text]) => `#- ${uri.slice(ROOT.length + 1)}\n${text}`)
    .join("");
}

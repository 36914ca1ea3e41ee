import { workspace } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { COMPARE_FIX, type CompareFixParams } from "../../server/src/features/compare-protocol.ts";

/** Writes what settles a difference, as one edit. Resolves to whether it is settled. Rejects if the server refuses. */
export async function writeChange(client: BaseLanguageClient, params: CompareFixParams): Promise<boolean> {
  const written = await client.sendRequest<WorkspaceEdit | null>(COMPARE_FIX, params);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(written);
  return !edit || workspace.applyEdit(edit);
}

import type { TextEditor } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { STEPS_AT, type StepName } from "../../server/src/features/checklist-protocol.ts";

/** The steps that cover what stands at the cursor of an editor, the most specific first. */
export async function stepsAt(
  client: BaseLanguageClient,
  { document, selection }: TextEditor,
): Promise<readonly StepName[]> {
  const { code2ProtocolConverter: convert } = client;
  const found = await client.sendRequest<readonly StepName[] | null>(STEPS_AT, {
    textDocument: { uri: convert.asUri(document.uri) },
    position: convert.asPosition(selection.active),
  });
  return found ?? [];
}

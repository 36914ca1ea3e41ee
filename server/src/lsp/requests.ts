import type { ApplyWorkspaceEditResult } from "vscode-languageserver";
import { message } from "../base/message.ts";
import { codeLenses } from "../features/code-lens.ts";
import {
  COMPARE,
  COMPARE_FIX,
  type CompareFixParams,
  type CompareParams,
} from "../features/compare-protocol.ts";
import { compare } from "../features/comparison/compare.ts";
import { compareFix } from "../features/comparison/compare-fix.ts";
import { completionList, resolveCompletion } from "../features/completion.ts";
import { declaration, definition } from "../features/definition.ts";
import { documentHighlight } from "../features/document-highlight.ts";
import { documentLinks } from "../features/document-links.ts";
import { documentSymbols } from "../features/document-symbols.ts";
import { COMMAND_FIX_EVERYWHERE, COMMAND_NEW_YEAR } from "../features/fleet-protocol.ts";
import { folding } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { inlayHints } from "../features/inlay-hints.ts";
import { COMMAND_NEW_ESTABLISHMENT } from "../features/new-establishment-protocol.ts";
import { PLAN, type PlanParams } from "../features/plan-protocol.ts";
import { COMMAND_TICK } from "../features/protocol.ts";
import { references } from "../features/references.ts";
import { prepareRename, rename } from "../features/rename.ts";
import { willRenameFiles } from "../features/rename-files.ts";
import { selectionRanges } from "../features/selection-ranges.ts";
import { typeDefinition } from "../features/type-definition.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { Workspace } from "../model/workspace.ts";
import { answerChecklistRequests } from "./checklist-requests.ts";
import { executeCommand } from "./commands.ts";
import { answerFleetRequests } from "./fleet-requests.ts";
import { answerFormattingRequests } from "./formatting-requests.ts";
import type { Session } from "./handshake.ts";
import { answerHierarchyRequests } from "./hierarchy-requests.ts";
import { answerImportRequests } from "./import-requests.ts";
import { RequestHandlers, type RequestHost } from "./request-handlers.ts";
import { answerTokenRequests } from "./token-requests.ts";
import { worked } from "./withdrawal.ts";

/** Connects each request of the client with its feature. */
export function answerRequests(session: Session, host: RequestHost): void {
  const { connection } = session;
  const { contexts, columns, whole } = host;
  const handlers = new RequestHandlers(session, host);
  connection.onCompletion(handlers.about(message("Completing"), completionList));
  connection.onCompletionResolve(
    handlers.guarded(message("Completing"), (item) => resolveCompletion(contexts.shared(), item)),
  );
  connection.onHover(handlers.about(message("The hover"), hover));
  connection.onDefinition(handlers.about(message("Going to the definition"), definition));
  connection.onDeclaration(handlers.about(message("Going to the declaration"), declaration));
  connection.onTypeDefinition(handlers.about(message("Going to the type definition"), typeDefinition));
  connection.onReferences(handlers.aboutAll(message("Finding references"), references));
  connection.onDocumentHighlight(handlers.about(message("Highlighting"), documentHighlight));
  connection.onDocumentSymbol(handlers.about(message("The outline"), documentSymbols));
  connection.onWorkspaceSymbol(
    handlers.guarded(message("Searching for symbols"), async (params, options) => {
      await whole.read(options);
      return columns.outgoing(workspaceSymbols(contexts.shared(), params), "");
    }),
  );
  connection.onDocumentLinks(handlers.about(message("The links"), documentLinks));
  connection.onFoldingRanges(handlers.about(message("Folding"), folding));
  connection.onSelectionRanges(handlers.about(message("Selecting"), selectionRanges));
  answerHierarchyRequests(session, handlers);
  connection.onCodeLens(handlers.annotation(message("The code lenses"), codeLenses));
  connection.onCodeLensResolve(handlers.codeLens());
  connection.languages.inlayHint.on(handlers.annotation(message("The inlay hints"), inlayHints));
  connection.onPrepareRename(handlers.aboutAll(message("Renaming"), prepareRename));
  connection.onRenameRequest(handlers.aboutAll(message("Renaming"), rename));
  if (contexts.shared().client.asksBeforeRenames)
    connection.workspace.onWillRenameFiles(
      handlers.guarded(message("Renaming files"), async (params, options) => {
        await whole.read(options);
        return columns.outgoing(willRenameFiles(contexts.shared(), params), "");
      }),
    );
  answerTokenRequests(session, handlers, host);
  connection.onCodeAction(handlers.codeActions());
  connection.onCodeActionResolve(handlers.codeActionEdit());
  answerChecklistRequests(session, handlers, host);
  answerFleetRequests(session, handlers, host);
  answerFormattingRequests(session, handlers, host);
  answerImportRequests(session, handlers, host);
  answerOwnRequests(session, handlers, host);
}

/** Connects the plan, and the commands. */
function answerOwnRequests(
  { connection }: Session,
  handlers: RequestHandlers,
  { contexts, columns, publisher, whole, watched }: RequestHost,
): void {
  connection.onRequest(
    PLAN,
    handlers.guarded(message("The plan"), async (params: PlanParams, options) => {
      await whole.read(options);
      return columns.outgoing(await watched.plan.answer(params, options), "");
    }),
  );
  connection.onRequest(
    COMPARE,
    handlers.guarded(message("The comparison"), async (params: CompareParams, options) => {
      await whole.read(options);
      return columns.outgoing(await worked(compare(contexts.shared(), params), options), "");
    }),
  );
  connection.onRequest(
    COMPARE_FIX,
    handlers.guarded(message("The fix of a difference"), async (params: CompareFixParams, options) => {
      await whole.read(options);
      const edit = compareFix(contexts.shared(), params);
      return edit ? columns.outgoing(edit, "") : null;
    }),
  );
  connection.onExecuteCommand(
    handlers.guarded(message("The command"), async (params, options) => {
      if (WHOLE.includes(params.command)) await whole.read(options);
      if (params.command === COMMAND_FIX_EVERYWHERE) await whole.check(options);
      const found = (workspace: Workspace) => publisher.allFindings(workspace);
      return executeCommand(params, { contexts, found }, (edit) =>
        // A client that answers with an error did not apply it: the fault is not ours.
        connection.workspace
          .applyEdit(columns.outgoing(edit, ""))
          .catch(
            (error: Error): ApplyWorkspaceEditResult => ({ applied: false, failureReason: error.message }),
          ),
      );
    }),
  );
}

/** Commands that speak of a whole establishment. */
const WHOLE: readonly string[] = [COMMAND_TICK, COMMAND_NEW_YEAR, COMMAND_NEW_ESTABLISHMENT];

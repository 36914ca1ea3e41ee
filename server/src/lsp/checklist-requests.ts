import type { CancellationToken } from "vscode-languageserver";
import { type Message, message } from "../base/message.ts";
import {
  CHECKLIST_TOTALS,
  type ChecklistParams,
  STEP_DETAILS,
  STEPS_AT,
  type StepName,
  TICK_PREVIEW,
  type TickPreviewParams,
} from "../features/checklist-protocol.ts";
import { Refusal } from "../features/context.ts";
import { CHECKLIST } from "../features/protocol.ts";
import { stepsAt } from "../features/steps-at.ts";
import { tickPreview } from "../features/tick-preview.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers, RequestHost } from "./request-handlers.ts";
import type { RequestOptions } from "./withdrawal.ts";

/** Connects the requests of our own about the checklist with their features. */
export function answerChecklistRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { contexts, columns, whole, watched }: RequestHost,
): void {
  const { checklists } = watched;
  /** A handler that answers once the whole workspace is read. */
  const onceRead = <P, R>(name: Message, answer: (params: P, options: RequestOptions) => R | Promise<R>) =>
    handlers.guarded(name, async (params: P, options: RequestOptions) => {
      await whole.read(options).catch((error: unknown) => {
        if (error instanceof Refusal) checklists.refused();
        throw error;
      });
      return columns.outgoing(await answer(params, options), "");
    });
  const list = onceRead(message("The checklist"), ({ establishment }: ChecklistParams, options) =>
    establishment === undefined ? checklists.list(options) : checklists.one(establishment),
  );
  const totals = onceRead(message("The checklist"), (_: object, options) => checklists.totals(options));
  // Without parameters, the token comes first.
  connection.onRequest(CHECKLIST, (first: unknown, second?: CancellationToken) =>
    second ? list((first ?? {}) as ChecklistParams, second) : list({}, first as CancellationToken),
  );
  connection.onRequest(CHECKLIST_TOTALS, (first: unknown, second?: CancellationToken) =>
    totals({}, second ?? (first as CancellationToken)),
  );
  connection.onRequest(
    STEP_DETAILS,
    onceRead(message("The checklist"), (step: StepName, options) =>
      watched.stepDetails.answer(step, options),
    ),
  );
  connection.onRequest(STEPS_AT, handlers.aboutAll(message("The checklist"), stepsAt));
  connection.onRequest(
    TICK_PREVIEW,
    onceRead(message("The checklist"), (params: TickPreviewParams) => tickPreview(contexts.shared(), params)),
  );
}

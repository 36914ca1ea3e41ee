import type { CancellationToken } from "vscode-languageserver";
import { type Message, message } from "../base/message.ts";
import { effectiveAt } from "../features/effective.ts";
import {
  EFFECTIVE,
  EFFECTIVE_AT,
  type EffectiveParams,
  FLEET,
  REPORT,
  type ReportParams,
} from "../features/fleet-protocol.ts";
import { newEstablishmentHints } from "../features/new-establishment-hints.ts";
import { NEW_ESTABLISHMENT, type NewEstablishmentParams } from "../features/new-establishment-protocol.ts";
import { report } from "../features/report.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers, RequestHost } from "./request-handlers.ts";
import { type RequestOptions, worked } from "./withdrawal.ts";

/** Connects the requests about whole establishments, and about all of them, with their features. */
export function answerFleetRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { contexts, columns, publisher, whole, watched }: RequestHost,
): void {
  /** A handler that waits until all establishments are read and checked. */
  const onceChecked = <P, R>(name: Message, answer: (params: P, options: RequestOptions) => Promise<R>) =>
    handlers.guarded(name, async (params: P, options: RequestOptions): Promise<R> => {
      await whole.check(options);
      return columns.outgoing(await answer(params, options), "");
    });
  const overview = onceChecked(message("The overview"), (_: object, options) =>
    watched.fleet.answer({}, options),
  );
  // Without parameters, the token comes first.
  connection.onRequest(FLEET, (first: unknown, second?: CancellationToken) =>
    overview({}, second ?? (first as CancellationToken)),
  );
  connection.onRequest(
    REPORT,
    onceChecked(message("The report"), (params: ReportParams, options) => {
      const context = contexts.shared();
      return worked(report(context, publisher.allFindings(context.workspace), params), options);
    }),
  );
  connection.onRequest(
    NEW_ESTABLISHMENT,
    handlers.guarded(message("The new establishment"), async (params: NewEstablishmentParams, options) => {
      // What is wrong with the one that is copied is known once all is checked.
      await (params.sister ? whole.check(options) : whole.read(options));
      const context = contexts.shared();
      const found = params.sister ? publisher.allFindings(context.workspace) : undefined;
      return newEstablishmentHints(context, params, found);
    }),
  );
  connection.onRequest(
    EFFECTIVE,
    handlers.guarded(message("The effective values"), async (params: EffectiveParams, options) => {
      await whole.read(options);
      return watched.effective.answer(params, options);
    }),
  );
  connection.onRequest(EFFECTIVE_AT, handlers.aboutAll(message("The effective values"), effectiveAt));
}

import type { CancellationToken } from "vscode-languageserver";
import { type Message, message } from "../base/message.ts";
import type { SharedContext } from "../features/context.ts";
import { effective, effectiveAt } from "../features/effective.ts";
import { fleet } from "../features/fleet.ts";
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
import type { FoundByFile } from "../features/standings.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers, RequestHost } from "./request-handlers.ts";
import { arrived, sliced } from "./scheduler.ts";
import { type RequestOptions, Withdrawal } from "./whole-workspace.ts";

/** Connects the requests about whole establishments, and about all of them, with their features. */
export function answerFleetRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { contexts, columns, publisher, whole }: RequestHost,
): void {
  /** A handler that waits until all establishments are read and checked. */
  const onceChecked = <P, R>(
    name: Message,
    feature: (context: SharedContext, found: FoundByFile, params: P) => Generator<void, R>,
  ) =>
    handlers.guarded(name, async (params: P, options: RequestOptions): Promise<R> => {
      await whole.check(options);
      const context = contexts.shared();
      const work = feature(context, publisher.allFindings(context.workspace), params);
      const shouldContinue = () => arrived().then(() => options.token?.isCancellationRequested !== true);
      const result = await sliced(work, shouldContinue);
      if (result === undefined) throw new Withdrawal("cancelled");
      return columns.outgoing(result, "");
    });
  const overview = onceChecked(message("The overview"), (context, found, _: object) => fleet(context, found));
  // Without parameters, the token comes first.
  connection.onRequest(FLEET, (first: unknown, second?: CancellationToken) =>
    overview({}, second ?? (first as CancellationToken)),
  );
  connection.onRequest(
    REPORT,
    onceChecked(message("The report"), (context, found, params: ReportParams) =>
      report(context, found, params),
    ),
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
      return effective(contexts.shared(), params);
    }),
  );
  connection.onRequest(EFFECTIVE_AT, handlers.aboutAll(message("The effective values"), effectiveAt));
}

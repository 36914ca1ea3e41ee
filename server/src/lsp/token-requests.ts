import type { Range } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import { encoded, semanticTokens } from "../features/semantic-tokens.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers, RequestHost } from "./request-handlers.ts";
import { TokenHistory } from "./token-history.ts";

/** Connects the requests of semantic tokens. Only for a client that asks for differences, answers are kept. */
export function answerTokenRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { contexts, refreshes }: Pick<RequestHost, "contexts" | "refreshes">,
): void {
  const tokens = handlers.about(message("Colouring"), (context, params: { readonly range?: Range }) => {
    refreshes.coloured(context);
    return semanticTokens(context, params);
  });
  const dataOf = async (params: Parameters<typeof tokens>[0]) => encoded((await tokens(params)) ?? []);
  const history = contexts.shared().client.deltaTokens ? new TokenHistory() : undefined;
  const requests = connection.languages.semanticTokens;
  requests.on(async (params) => {
    const data = await dataOf(params);
    return history?.whole(params.textDocument.uri, data) ?? { data };
  });
  requests.onRange(async (params) => ({ data: await dataOf(params) }));
  requests.onDelta(async (params) => {
    const data = await dataOf(params);
    return history?.delta(params.textDocument.uri, params.previousResultId, data) ?? { data };
  });
}

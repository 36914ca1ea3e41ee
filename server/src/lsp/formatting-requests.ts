import type { TextEdit } from "vscode-languageserver-types";
import { message } from "../base/message.ts";
import type { Context } from "../features/context.ts";
import { formatDocument, formatOnEnter, formatRange } from "../features/formatting.ts";
import type { Configuration } from "./configuration.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers } from "./request-handlers.ts";

/** Connects the requests of formatting with their feature. While the setting forbids it, the answer is null. */
export function answerFormattingRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
  { configuration }: { readonly configuration: Pick<Configuration, "formats"> },
): void {
  const handler = <P>(format: (context: Context, params: P) => TextEdit[]) =>
    handlers.about(message("Formatting"), (context, params: P) =>
      configuration.formats ? format(context, params) : null,
    );
  connection.onDocumentFormatting(handler(formatDocument));
  connection.onDocumentRangeFormatting(handler(formatRange));
  connection.onDocumentOnTypeFormatting(handler(formatOnEnter));
}

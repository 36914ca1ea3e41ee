import { message } from "../base/message.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../features/hierarchy/call-hierarchy.ts";
import { prepareTypeHierarchy, subtypes, supertypes } from "../features/hierarchy/type-hierarchy.ts";
import type { Session } from "./handshake.ts";
import type { RequestHandlers } from "./request-handlers.ts";

/** Connects the requests of the hierarchies, whose answers speak of the whole workspace. */
export function answerHierarchyRequests(
  { connection }: Pick<Session, "connection">,
  handlers: RequestHandlers,
): void {
  const { callHierarchy, typeHierarchy } = connection.languages;
  const impact = message("The impact");
  callHierarchy.onPrepare(handlers.aboutAll(impact, prepareCallHierarchy));
  callHierarchy.onIncomingCalls(handlers.ofItem(impact, incomingCalls));
  callHierarchy.onOutgoingCalls(handlers.ofItem(impact, outgoingCalls));
  const inheritance = message("The inheritance");
  typeHierarchy.onPrepare(handlers.aboutAll(inheritance, prepareTypeHierarchy));
  typeHierarchy.onSupertypes(handlers.ofItem(inheritance, supertypes));
  typeHierarchy.onSubtypes(handlers.ofItem(inheritance, subtypes));
}

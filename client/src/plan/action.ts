import type { ChecklistPlace } from "../../../server/src/features/protocol.ts";

/** What the view asks for: the press of a button or key; `ready` once its page was loaded. */
export type PlanAction =
  | { readonly type: "ready" | "next" | "back" | "later" | "tick" | "steps" | "schools" | "restart" }
  /** Shows a step, or reopens the one that was ticked a moment ago. */
  | { readonly type: "go" | "reopen"; readonly slug: string }
  /** Puts a text on the clipboard; `what` says which, for the answer. */
  | { readonly type: "copy"; readonly text: string; readonly what: string }
  /** Shows a place in a file beside the view. */
  | { readonly type: "open"; readonly place: ChecklistPlace };

const PLAIN = new Set<unknown>(["ready", "next", "back", "later", "tick", "steps", "schools", "restart"]);

/** Whether a message is an action of the view. */
export function isPlanAction(value: unknown): value is PlanAction {
  if (!isObject(value)) return false;
  const { type } = value;
  if (PLAIN.has(type)) return true;
  if (type === "go" || type === "reopen") return typeof value["slug"] === "string";
  if (type === "copy") return typeof value["text"] === "string" && typeof value["what"] === "string";
  return type === "open" && isPlace(value["place"]);
}

function isPlace(value: unknown): value is ChecklistPlace {
  if (!isObject(value) || typeof value["uri"] !== "string" || !isObject(value["range"])) return false;
  return isPosition(value["range"]["start"]) && isPosition(value["range"]["end"]);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && isCount(value["line"]) && isCount(value["character"]);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

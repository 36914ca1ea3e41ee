import type { PlanPage } from "./page.ts";
import { isPlanSpot } from "./spot.ts";

/** What the view is sent: what to show, or a short text that is shown and spoken for a moment. */
export type PlanMessage =
  | { readonly type: "page"; readonly page: PlanPage }
  | { readonly type: "say"; readonly text: string };

const LISTS = ["facts", "notices", "sentences", "screens", "tools", "buttons"];

/** Whether a message is one for the view: others than this extension may send some too. */
export function isPlanMessage(value: unknown): value is PlanMessage {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (value.type === "say") return "text" in value && typeof value.text === "string";
  return value.type === "page" && "page" in value && isPage(value.page);
}

function isPage(value: unknown): value is PlanPage {
  if (typeof value !== "object" || value === null || !("spot" in value)) return false;
  const page = value as Readonly<Record<string, unknown>>;
  return (
    isPlanSpot(value.spot) &&
    typeof page["id"] === "string" &&
    LISTS.every((name) => Array.isArray(page[name]))
  );
}

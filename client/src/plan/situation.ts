import type { EstablishmentPlan } from "../../../server/src/features/plan-protocol.ts";
import type { EstablishmentChecklist } from "../../../server/src/features/protocol.ts";
import type { PlanSpot } from "./spot.ts";

/** Whether the server answers; if it does not, what is known may be old. */
export type ServerState = "running" | "starting" | "stopped";

/** All that the page depends on. */
export interface PlanSituation {
  readonly spot: PlanSpot;
  /** The slugs of the open steps in the order in which they are shown, and `END`. */
  readonly sequence: readonly string[];
  /** The plan of the establishment; null if there is no such establishment, `undefined` until that is known. */
  readonly plan: EstablishmentPlan | null | undefined;
  /** What the checklist says of it, also of steps that are in the plan no more; `undefined` until that is known. */
  readonly checklist: EstablishmentChecklist | undefined;
  /** The name that the establishment had when it was last known. */
  readonly name: string;
  /** How many establishments there are to choose from. */
  readonly schools: number;
  readonly server: ServerState;
  /** The step that was ticked here a moment ago, which may have been a mistake. */
  readonly ticked?: { readonly slug: string; readonly title: string };
}

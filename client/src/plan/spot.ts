/** Where a person stands in a plan: kept by the view, so that it is there again when the window is loaded anew. */
export interface PlanSpot {
  /** The URI of the establishment's folder. */
  readonly establishment: string;
  /** The step that is shown; `END` is the page after the last one. `undefined` is the first step. */
  readonly slug?: string;
  /** The steps that were put off, in the order in which they were. */
  readonly later: readonly string[];
}

/** Whether something is a spot. What another version of the extension kept may have another form. */
export function isPlanSpot(value: unknown): value is PlanSpot {
  if (typeof value !== "object" || value === null) return false;
  const { establishment, slug, later } = value as Readonly<Record<string, unknown>>;
  return (
    typeof establishment === "string" &&
    (slug === undefined || typeof slug === "string") &&
    Array.isArray(later) &&
    later.every((one) => typeof one === "string")
  );
}

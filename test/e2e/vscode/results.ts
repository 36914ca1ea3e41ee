/** The mark of the line that carries one test's result out of the extension host, whichever that is. */
export const RESULT = "RENTREE_RESULT ";

/** How one test ended. */
export interface Result {
  readonly title: string;
  readonly state: "passed" | "failed" | "pending";
  readonly ms?: number | undefined;
  readonly error?: string | undefined;
}

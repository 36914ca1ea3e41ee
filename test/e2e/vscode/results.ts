/** The prefix of console lines with the result of a test. */
export const RESULT = "RENTREE_RESULT ";

/** The result of a test. */
export interface Result {
  readonly title: string;
  readonly state: "passed" | "failed" | "pending";
  readonly ms?: number | undefined;
  readonly error?: string | undefined;
}

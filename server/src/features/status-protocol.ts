/** Messages that extend LSP for a status item. Only names and types: the client imports this file. */

/**
 * Server → client notification when the counts of the status item changed. It is sent to clients that announce
 * `experimental: { rentree: { status: true } }`.
 */
export const STATUS = "rentree/status";

/** The parameters of `STATUS`: how much was checked, and how many findings there are. */
export interface StatusParams {
  readonly establishments: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Server → client notification to the same clients: how long the last check took. It is sent when that is another figure,
 * at most once a second.
 */
export const CHECKED = "rentree/checked";

/** The parameters of `CHECKED`. */
export interface CheckedParams {
  /** From the change of a text until all findings were sent: a whole number, at least 1. */
  readonly milliseconds: number;
}

/**
 * How long tests wait for an event that should occur at once, in milliseconds. It only ends endless waits: a busy
 * machine may be a hundred times slower than an idle one.
 */
export const PATIENCE = 60_000;

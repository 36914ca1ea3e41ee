/**
 * How long something is waited for that should come at once, in milliseconds. It ends what would never end and measures
 * nothing: a machine with much other work may be a hundred times slower than one without.
 */
export const PATIENCE = 60_000;

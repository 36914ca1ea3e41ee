import { memo } from "../../base/memo.ts";

/** The names of a list as a set: made once for each list, however many references ask. */
export const setOfNames = memo((names: readonly string[]): ReadonlySet<string> => new Set(names));

/** The global function that tells instrumented source files whether a mutant is active. */
export const SWITCH = "__isMutantOn";

/** The environment variable with the number of the active mutant; 0 is none. */
export const ACTIVE = "RENTREE_MUTANT";

/** The global set of the mutants that are reached while files are loaded. */
export const LOADED = "__mutantsAtLoading";

/** The characters that trigger completion. */
export const TRIGGERS = [":", " ", "-", "{", "[", ",", '"', "/"];

/** The code action kind that applies all sure fixes to a file; editors can run it on save. */
export const FIX_ALL = "source.fixAll.rentree";

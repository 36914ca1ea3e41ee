/** The characters that open the list of completions by themselves. */
export const TRIGGERS = [":", " ", "-", "{", "[", ",", '"', "/"];

/** The kind of the action that mends a whole file, for an editor that is told to do so on saving. */
export const FIX_ALL = "source.fixAll.rentree";

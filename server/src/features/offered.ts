/** The characters that trigger completion. */
export const TRIGGERS = [":", " ", "-", "{", "[", ",", '"', "/"];

/** The character whose typing formats the line above. */
export const FORMAT_TRIGGER = "\n";

/** What semantic tokens say: the indices in a token are those in these lists. */
export const TOKEN_TYPES = ["type", "variable", "string"] as const;
/** Their modifiers, each a bit. `unresolved` is our own: a name that nothing declares. */
export const TOKEN_MODIFIERS = ["declaration", "unresolved"] as const;

/** The code action kind that applies all sure fixes to a file; editors can run it on save. */
export const FIX_ALL = "source.fixAll.rentree";

/** The code action kind that ticks a step which covers a value. */
export const TICK_ACTION = "refactor.tick.rentree";

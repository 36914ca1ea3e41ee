import docs from "./removal-without-effect.md";
import { described } from "./rule.ts";

/** A `~` under which there is nothing. Found by `overridesOf`. */
export const removalWithoutEffect = described("removal-without-effect", "hint", docs);

import { described } from "../api/rule.ts";
import docs from "./removal-without-effect.md";

/** A `~` with nothing to remove. Found by `overridesOf`. */
export const removalWithoutEffect = described("removal-without-effect", "hint", docs);

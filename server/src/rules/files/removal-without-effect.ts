import { described } from "../api/rule.ts";
import docs from "./removal-without-effect.md";

/** A `~` under which there is nothing. Found by `overridesOf`. */
export const removalWithoutEffect = described("removal-without-effect", "hint", docs);

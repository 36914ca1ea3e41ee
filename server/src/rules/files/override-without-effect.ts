import { described } from "../api/rule.ts";
import docs from "./override-without-effect.md";

/** A value that is the same without this line. Found by `overridesOf`. */
export const overrideWithoutEffect = described("override-without-effect", "hint", docs);

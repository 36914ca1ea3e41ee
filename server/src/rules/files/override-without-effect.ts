import { described } from "../api/rule.ts";
import docs from "./override-without-effect.md";

/** A value that is written again although it lies underneath. Found by `overridesOf`. */
export const overrideWithoutEffect = described("override-without-effect", "hint", docs);

import type { Schema } from "../../server/src/schema/schema.ts";
import type { Dice } from "./dice.ts";
import type { Style } from "./style.ts";

const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} ./'’°,;()@+&!?:#-]*$/u;
/** Characters that end a plain scalar, or that have a meaning in flow collections. */
const BREAKS = /: |:$| #|[[\]{},]/;

/** A scalar in one of the ways to write it in YAML. Booleans, numbers and removals are never quoted. */
export function scalar(
  value: string | number | boolean | null,
  schema: Schema,
  dice: Dice,
  style: Pick<Style, "quoted" | "eol" | "indent">,
  indent: number | undefined,
): string {
  if (value === null) return dice.pick(["~", "null"]);
  if (typeof value !== "string") return String(value);
  if (indent !== undefined && schema.type === "string" && value.length > 15 && dice.chance(15)) {
    return `${dice.pick([">-", "|-"])}${style.eol}${" ".repeat(indent + style.indent)}${value}`;
  }
  return textScalar(value, dice, style.quoted);
}

/** A text as a plain, single-quoted or double-quoted scalar. */
export function textScalar(text: string, dice: Dice, quoted: number): string {
  const bare = PLAIN.test(text) && !BREAKS.test(text) && !/\s$/.test(text);
  if (bare && !dice.chance(quoted)) return text;
  return dice.chance(50) ? JSON.stringify(text) : `'${text.replace(/'/g, "''")}'`;
}

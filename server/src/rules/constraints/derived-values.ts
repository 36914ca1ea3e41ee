import type { Scalar } from "../../schema/schema.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { isInTheSouth } from "../shared/identity.ts";
import { hostedHost, isRne } from "../shared/rne.ts";
import { firstYearInName, firstYearOf, schoolYearFrom } from "../shared/school-year.ts";

/** What follows from a value; `undefined` if nothing does. */
type Derive = (value: string, context: RuleContext) => string | undefined;

/** What the schema may name in `as`: values that follow from another value. */
const DERIVED: { readonly [as: string]: Derive | undefined } = {
  "first-year": (year) => firstYearOf(year)?.toString(),
  "school-year": (year) => (firstYearOf(year) === undefined ? undefined : year),
  "year-before": (year) => {
    const first = firstYearOf(year);
    return first === undefined ? undefined : schoolYearFrom(first - 1);
  },
  // A base is created in August at the earliest, and used until the end of the next one.
  "year-start": (year, context) => dayIn(firstYearOf(year), 0, "08-01", context),
  "year-end": (year, context) => dayIn(firstYearOf(year), 1, "08-31", context),
  lunches: (code) => mealsOf(code)?.lunches,
  dinners: (code) => mealsOf(code)?.dinners,
  "hosted-host": (rne) => (isRne(rne) ? hostedHost(rne) : undefined),
};

/** What the schema may name in `part`: a part of a value; of a school year, also where it is written another way. */
const PARTS: { readonly [part: string]: ((value: string) => string | undefined) | undefined } = {
  domain: (address) => /@([^@\s]+)$/.exec(address)?.[1],
  "school-year": (name) => {
    const first = firstYearInName(name);
    return first === undefined ? undefined : schoolYearFrom(first);
  },
  hosting: (address) => (/\.index-education\.net(?![\w.-])/i.test(address) ? "heberge" : undefined),
  host: (address) => /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1],
};

/** What follows from a value by the function of this name, or the value itself; `undefined` if nothing does. */
export function derived(value: Scalar, as: string | undefined, context: RuleContext): Scalar | undefined {
  return as === undefined ? value : DERIVED[as]?.(String(value), context);
}

/** The part of a value with this name, or the value itself; `undefined` if it has no such part. */
export function partOf(value: Scalar, part: string | undefined): Scalar | undefined {
  return part === undefined ? value : PARTS[part]?.(String(value));
}

/** Whether the schema may name these functions. */
export function knowsDerivation({ as, part }: { readonly as?: string; readonly part?: string }): boolean {
  return (as === undefined || as in DERIVED) && (part === undefined || part in PARTS);
}

/**
 * The meals a week of a régime, by its code in SIECLE: none for day students, the second digit for half-boarders of so
 * many days. What the other codes mean for single days is not fixed.
 */
function mealsOf(code: string): { readonly lunches?: string; readonly dinners: string } | undefined {
  if (code === "0" || code === "1") return { lunches: "0", dinners: "0" };
  const [, days] = /^2([1-6])$/.exec(code) ?? [];
  if (days !== undefined) return { lunches: days, dinners: "0" };
  return code === "2" || code === "29" ? { dinners: "0" } : undefined;
}

/** A day of a school year, or of the year after; `undefined` where the school year is the calendar year. */
function dayIn(
  first: number | undefined,
  later: 0 | 1,
  day: string,
  context: RuleContext,
): string | undefined {
  return first === undefined || isInTheSouth(context) ? undefined : `${first + later}-${day}`;
}

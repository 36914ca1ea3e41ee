import { pathOfPointer } from "../schema/pointer.ts";
import type { Scalar, Schema } from "../schema/schema.ts";
import { schemaAt } from "../schema/schema.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { canonicalScalar } from "./canonical.ts";
import { type Fingerprint, hashOf } from "./fingerprint.ts";
import { textAt } from "./step-values.ts";

/** What stood at a key: a scalar, or nothing. */
export interface FormerValue {
  /** Absent if nothing was written, and PRONOTE has no default. */
  readonly value?: Scalar;
}

/**
 * What stood at a key of a fingerprint when it was recorded. It has only a hash, so this is the one of the values possible
 * there that has the same; `undefined` for texts, and what else cannot be tried. Some thousands are tried at most: that
 * one of them has the hash of another text is less likely than one in a hundred thousand.
 */
export function formerValue(recorded: Fingerprint, key: string, root: MapValue): FormerValue | undefined {
  const hash = recorded.get(key)?.split(":")[1];
  if (hash === undefined) return unwritten(key);
  const schema = schemaAt(pathOfPointer(key));
  for (const value of schema ? possibleValues(schema, root) : [])
    if (hashOf(canonicalScalar(value)) === hash) return { value };
  return undefined;
}

/** What holds at a key of a fingerprint where nothing is written. */
export function unwritten(key: string): FormerValue {
  const value = schemaAt(pathOfPointer(key))?.default;
  return value === undefined || typeof value === "object" ? {} : { value };
}

function* possibleValues(schema: Schema, root: MapValue): Iterable<Scalar> {
  if (schema.type === "boolean") yield* [true, false];
  else if (schema.type === "integer" || schema.type === "number") yield* numbers(schema);
  else if (schema.type === "string") yield* possibleTexts(schema, root);
}

function* possibleTexts(schema: Schema, root: MapValue): Iterable<string> {
  yield* schema.enum ?? [];
  yield* schema.suggestions ?? [];
  for (const kind of schema.mentions?.kinds ?? []) yield* namesIn(root.entries.get(kind)?.value);
  const { allows } = schema;
  // What takes any text is no day and no time.
  if (allows && !allows("?"))
    for (const text of [...years(root), ...days(root), ...times()]) if (allows(text)) yield text;
}

function namesIn(section: Value | undefined): Iterable<string> {
  return section?.kind === "map" ? section.entries.keys() : [];
}

const MOST_NUMBERS = 1000;

function* numbers({ type, minimum = 0, maximum = minimum + MOST_NUMBERS }: Schema): Iterable<number> {
  const step = type === "integer" ? 1 : 0.25;
  for (let at = 0; at <= MOST_NUMBERS && minimum + at * step <= maximum; at++) yield minimum + at * step;
}

/** The school years around that of the establishment, and the years of their versions. */
function* years(root: MapValue): Iterable<string> {
  const first = firstYear(root);
  for (let year = first - YEARS; year <= first + YEARS; year++) yield* [`${year}-${year + 1}`, `${year}`];
}

const YEARS = 5;

function firstYear(root: MapValue): number {
  return Number(textAt(root, ["etablissement", "annee-scolaire"])?.slice(0, 4) ?? "NaN");
}

/** The days from the summer before the school year to the one after the next. */
function* days(root: MapValue): Iterable<string> {
  const day = new Date(Date.UTC(firstYear(root) - 1, 6, 1));
  if (Number.isNaN(day.getTime())) return;
  for (let count = 0; count < DAYS; count++) {
    yield day.toISOString().slice(0, 10);
    day.setUTCDate(day.getUTCDate() + 1);
  }
}

const DAYS = 1100;
const MINUTES = 24 * 60;

function* times(): Iterable<string> {
  for (let minute = 0; minute < MINUTES; minute += 5) {
    const two = (number: number) => String(number).padStart(2, "0");
    yield `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  }
}

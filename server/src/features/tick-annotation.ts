import { scalarText } from "../schema/problems.ts";
import { insertKey, locateEntry, removeEntry, replaceValue } from "../syntax/edit.ts";
import type { Edit } from "../syntax/problem.ts";
import type { Pair } from "../syntax/tree.ts";
import type { TickArgument } from "./checklist-protocol.ts";
import type { TickFiles } from "./tick-files.ts";

/** The keys of an entry that an annotation may change, in the order in which they are written. */
const KEYS = ["note", "pour", "avant"] as const;

/**
 * Changes who is to do a step, until when, or its note, in the entry that is there: all else of it stays as it is written.
 * An entry that would say nothing any more is removed.
 */
export function annotate(files: TickFiles, argument: TickArgument): void {
  for (const key of KEYS) {
    const wanted = argument[key];
    const [entry] = files.entriesOf(argument.slug);
    if (wanted !== undefined && entry) files.apply(withKey(entry, key, lineOf(wanted)));
  }
}

/** The value of a new entry that says only what an annotation says; `undefined` if that is nothing. */
export function annotationValue(
  argument: TickArgument,
  before: Pick<TickArgument, "note" | "pour" | "avant"> = {},
): string | undefined {
  const parts = KEYS.flatMap((key) => {
    const text = lineOf(argument[key] ?? before[key] ?? "");
    return text === "" ? [] : [`${key}: ${scalarText(text)}`];
  });
  return parts.length === 0 ? undefined : `{ ${parts.join(", ")} }`;
}

function withKey(entry: Pair, key: string, text: string): readonly Edit[] {
  const { value } = entry;
  const pairs = value.kind === "map" ? value.pairs : [];
  const pair = pairs.find((one) => one.key.text === key);
  if (text === "") return pair ? without(pairs.length === 1 ? entry : pair) : [];
  if (pair) return [replaceValue(pair.value, scalarText(text))];
  return value.kind === "map" && pairs.length > 0
    ? insertKey(value, key, scalarText(text))
    : [replaceValue(value, `{ ${key}: ${scalarText(text)} }`)];
}

function without(pair: Pair): readonly Edit[] {
  const place = locateEntry(pair.key, pair);
  return place ? removeEntry(place) : [];
}

/** A text as one line. */
function lineOf(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

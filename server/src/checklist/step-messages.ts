import { dayInWords } from "../base/day.ts";
import { disjunction } from "../base/enumeration.ts";
import { type LocalizedText, type Message, message } from "../base/message.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import { placeInWords } from "../schema/place-words.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import type { FingerprintChange } from "./fingerprint.ts";
import { listOf } from "./listing.ts";
import type { ProofVerdict } from "./step.ts";
import type { MissingValue } from "./step-needs.ts";
import type { WrittenTick } from "./step-tick.ts";

/** A user declared that the item is not applicable; `undefined` if nobody did. */
export function setAside({ sansObjet, par }: WrittenTick): Message | undefined {
  if (sansObjet === undefined) return undefined;
  return par === undefined
    ? message("Set aside: {0}", sansObjet)
    : message("Set aside by {0}: {1}", par, sansObjet);
}

/** The values that must be written first. */
export function toWrite(missing: readonly MissingValue[]): Message {
  return message("Still to be written: {0}.", listOf(missing.map(missingPlace)));
}

/** The first error, and the number of errors. */
export function blocked(errors: readonly Finding[]): Message {
  const first = errors[0]?.message ?? "";
  return errors.length === 1
    ? message("There is an error in what it covers. {0}", first)
    : message("There are {0} errors in what it covers; this is the first. {1}", errors.length, first);
}

/** Ticked, but covered values changed since: which, and how many of all. */
export function valuesChanged({ fait = "" }: WrittenTick, { keys, of }: FingerprintChange): Message {
  return message(
    "Values changed since {0} ({1} of {2}): {3}.",
    dayInWords(fait),
    keys.length,
    of,
    listOf(placesOf(keys)),
  );
}

/** Ticked for another school year; which covered values changed since, if any did. */
export function anotherYear(
  { annee, fait = "" }: WrittenTick,
  year: string,
  changed?: FingerprintChange,
): Message {
  const then =
    annee === undefined
      ? message("Done on {0}; the school year is now {1}.", dayInWords(fait), year)
      : message("Done for {0}; the school year is now {1}.", annee, year);
  if (!changed) return then;
  const { keys, of } = changed;
  return message(
    "{0} Values changed since ({1} of {2}): {3}.",
    then,
    keys.length,
    of,
    listOf(placesOf(keys)),
  );
}

/** The reason of a step that is ready to be done: nothing but its state. */
export const TO_DO = message("To be done in PRONOTE, then ticked.");

/** Whether a reason says nothing but the state of a step that is ready to be done. */
export function saysOnlyToDo({ text }: Message): boolean {
  return text === TO_DO.text;
}

/**
 * Ready to be done, with the reason why a proof does not count, if there is one. `unread`: something is written about
 * it that cannot be understood.
 */
export function toDo(proof: ProofVerdict | undefined, unread: boolean): Message {
  if (unread)
    return message("{0} What “deroulement” says of it does not count: there is an error in it.", TO_DO);
  return proof ? message("{0} {1}", TO_DO, proof.why) : TO_DO;
}

/** Done: when and by whom, the proof if there is one, and the values that are missing nevertheless. */
export function done(tick: WrittenTick, missing: readonly MissingValue[], proof?: ProofVerdict): Message {
  const done = proof?.counts && proof.isAlone ? proved(tick, proof) : ticked(tick, proof);
  if (missing.length === 0) return done;
  return message("{0} Not written, though: {1}.", done, listOf(missing.map(missingPlace)));
}

function ticked({ fait = "", par }: WrittenTick, proof: ProofVerdict | undefined): Message {
  const day = dayInWords(fait);
  const said = par === undefined ? message("Done on {0}.", day) : message("Done on {0} by {1}.", day, par);
  return proof ? message("{0} {1}", said, proof.why) : said;
}

/** Nobody but a list says that it is done. */
function proved({ par }: WrittenTick, { why, day }: ProofVerdict): Message {
  return par === undefined
    ? message("Proved on {0}. {1}", dayInWords(day), why)
    : message("Proved on {0} by {1}. {2}", dayInWords(day), par, why);
}

/** The open prerequisites. */
export function waiting(before: readonly ItemSpec[]): Message {
  const [first = "", second = ""] = before.map(({ title }) => title);
  if (before.length === 1) return message("Waits for “{0}”.", first);
  if (before.length === 2) return message("Waits for “{0}” and “{1}”.", first, second);
  return message("Waits for “{0}” and {1} others.", first, before.length - 1);
}

/** Done before a prerequisite: that was done on a later day, or is still open and overwrites the base. */
export function tooLate(
  done: Message,
  { title, overwrites }: ItemSpec,
  tick: WrittenTick | undefined,
): Message {
  if (tick?.fait === undefined) {
    return message("{0} But “{1}” is still to be done, and overwrites what is in the base.", done, title);
  }
  const day = dayInWords(tick.fait);
  return overwrites
    ? message(
        "{0} But “{1}” was done later, on {2}, and overwrites what was in the base: check that nothing is lost.",
        done,
        title,
        day,
      )
    : message("{0} But “{1}”, which comes before it, was done later, on {2}.", done, title, day);
}

/** Ticked in an inherited file, for values that differ from those of this establishment. */
export function otherValues({ keys, of }: FingerprintChange): Message {
  return message(
    "To be done in PRONOTE: the tick in a base was for other values ({0} of {1}: {2}).",
    keys.length,
    of,
    listOf(placesOf(keys)),
  );
}

/** The place of a missing value; its last key may be a choice of several. */
function missingPlace({ path }: MissingValue): Message | LocalizedText {
  const above = path.slice(0, -1);
  const [first, ...others] = (path.at(-1) ?? "").split("|").map((key) => placeInWords([...above, key]));
  return first ? disjunction(first, others) : placeInWords(path);
}

/** The places of keys of a fingerprint. */
function placesOf(keys: readonly string[]): readonly (Message | LocalizedText)[] {
  return keys.map((key) => placeInWords(pathOfPointer(key)));
}

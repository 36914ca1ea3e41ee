import { type Message, message } from "../base/message.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { ItemSpec } from "../schema/checklist.ts";
import { type FingerprintChange, pointer } from "./fingerprint.ts";
import type { MissingValue } from "./step-needs.ts";
import type { JudgedProof } from "./step-proof.ts";
import type { WrittenTick } from "./step-tick.ts";

/** More than these are counted, not named. */
const NAMED = 3;

/** A person said that it does not concern the establishment; `undefined` if nobody did. */
export function setAside({ sansObjet, par }: WrittenTick): Message | undefined {
  if (sansObjet === undefined) return undefined;
  return par === undefined
    ? message("Set aside: {0}", sansObjet)
    : message("Set aside by {0}: {1}", par, sansObjet);
}

/** What has to be written first. */
export function toWrite(missing: readonly MissingValue[]): Message {
  return message("Still to be written: {0}.", listed(missing.map(wantedAt)));
}

/** The first of the errors. */
export function blocked(errors: readonly Finding[]): Message {
  const first = errors[0]?.message ?? "";
  return errors.length === 1
    ? message("An error in what it covers: {0}", first)
    : message("{0} errors in what it covers. The first: {1}", errors.length, first);
}

/** Ticked, and since then values changed: how many, of how many, and which. */
export function valuesChanged({ fait = "" }: WrittenTick, { keys, of }: FingerprintChange): Message {
  return message("Changed since {0}: {1} of {2}: {3}.", fait, keys.length, of, listed(keys));
}

/** Ticked for another school year. */
export function anotherYear(
  { annee, fait = "" }: WrittenTick,
  year: string,
  changed?: FingerprintChange,
): Message {
  const then = annee ?? fait;
  if (!changed) return message("Done for {0}; the school year is now {1}.", then, year);
  const { keys, of } = changed;
  return message(
    "Done for {0}; the school year is now {1}. Changed since: {2} of {3}: {4}.",
    then,
    year,
    keys.length,
    of,
    listed(keys),
  );
}

/** Nothing is in the way; and what a list could not prove. */
export function toDo(proof: JudgedProof | undefined): Message {
  const what = message("To be done in PRONOTE, then ticked.");
  return proof ? message("{0} {1}", what, proof.why) : what;
}

/** Ticked, by whom and when, or proved; and what is not written all the same. */
export function done(tick: WrittenTick, missing: readonly MissingValue[], proof?: JudgedProof): Message {
  const { fait = "", par } = tick;
  const ticked =
    par === undefined ? message("Done on {0}.", fait) : message("Done on {0} by {1}.", fait, par);
  const done = proof ? message("{0} {1}", ticked, proof.why) : ticked;
  if (missing.length === 0) return done;
  return message("{0} Not written, though: {1}.", done, listed(missing.map(wantedAt)));
}

/** What has to be done first. */
export function waiting(before: readonly ItemSpec[]): Message {
  const [first = "", second = ""] = before.map(({ title }) => title);
  if (before.length === 1) return message("Waits for “{0}”.", first);
  if (before.length === 2) return message("Waits for “{0}” and “{1}”.", first, second);
  return message("Waits for “{0}” and {1} others.", first, before.length - 1);
}

/** Ticked although a prerequisite was done later, or still has to be done and overwrites what is there. */
export function tooLate(
  done: Message,
  { title, overwrites }: ItemSpec,
  tick: WrittenTick | undefined,
): Message {
  const day = tick?.fait;
  if (day === undefined) {
    return message("{0} But “{1}” is still to be done, and overwrites what is in the base.", done, title);
  }
  return overwrites
    ? message(
        "{0} But “{1}” was done later, on {2}, and overwrites what was in the base: check that nothing is lost.",
        done,
        title,
        day,
      )
    : message("{0} But “{1}”, which comes before it, was done later, on {2}.", done, title, day);
}

/** Ticked in a base, for values that are not those of this establishment. */
export function otherValues({ keys, of }: FingerprintChange): Message {
  return message(
    "To be done in PRONOTE: the tick in a base was for other values ({0} of {1}: {2}).",
    keys.length,
    of,
    listed(keys),
  );
}

/** The path at which something is missing; its last key may be one of several. */
function wantedAt({ path }: MissingValue): Message | string {
  const above = path.slice(0, -1);
  const [first = "", ...others] = (path.at(-1) ?? "").split("|").map((key) => pointer([...above, key]));
  return others.reduce<Message | string>((left, right) => message("{0} or {1}", left, right), first);
}

function listed(texts: readonly (Message | string)[]): Message | string {
  const [first = "", ...others] = texts.slice(0, NAMED);
  const shown = others.reduce<Message | string>((left, right) => message("{0}, {1}", left, right), first);
  const more = texts.length - NAMED;
  return more > 0 ? message("{0} and {1} more", shown, more) : shown;
}

import { type Message, say } from "../base/say.ts";
import type { Finding } from "../rules/api/rule.ts";
import type { Item } from "../schema/checklist.ts";
import { type Changed, pointer } from "./fingerprint.ts";
import type { Tick } from "./step-tick.ts";
import type { Missing } from "./step-values.ts";

/** More than these are counted, not named. */
const NAMED = 3;

/** A person said that it does not concern the establishment. */
export function setAside({ sansObjet = "", par }: Tick): Message {
  return par === undefined ? say("Set aside: {0}", sansObjet) : say("Set aside by {0}: {1}", par, sansObjet);
}

/** What has to be written first. */
export function toWrite(missing: readonly Missing[]): Message {
  return say("Still to be written: {0}.", listed(missing.map(({ path }) => pointer(path))));
}

/** The first of the errors. */
export function blocked(errors: readonly Finding[]): Message {
  const first = errors[0]?.message ?? "";
  return errors.length === 1
    ? say("An error in what it covers: {0}", first)
    : say("{0} errors in what it covers. The first: {1}", errors.length, first);
}

/** Ticked, and since then values changed: how many, of how many, and which. */
export function changedSince({ fait = "" }: Tick, { keys, of }: Changed): Message {
  return say("Changed since {0}: {1} of {2}: {3}.", fait, keys.length, of, listed(keys));
}

/** Ticked for another school year. */
export function anotherYear({ annee, fait = "" }: Tick, year: string, changed?: Changed): Message {
  const then = annee ?? fait;
  if (!changed) return say("Done for {0}; the school year is now {1}.", then, year);
  const { keys, of } = changed;
  return say(
    "Done for {0}; the school year is now {1}. Changed since: {2} of {3}: {4}.",
    then,
    year,
    keys.length,
    of,
    listed(keys),
  );
}

/** Ticked, by whom and when. */
export function done({ fait = "", par }: Tick): Message {
  return par === undefined ? say("Done on {0}.", fait) : say("Done on {0} by {1}.", fait, par);
}

/** The open items that come before. */
export function comesAfter(before: readonly Item[]): Message {
  const [first = "", second = ""] = before.map(({ title }) => title);
  if (before.length === 1) return say("Comes after “{0}”.", first);
  if (before.length === 2) return say("Comes after “{0}” and “{1}”.", first, second);
  return say("Comes after “{0}” and {1} others.", first, before.length - 1);
}

/** Ticked in a base, for values that are not those of this establishment. */
export function otherValues({ keys, of }: Changed): Message {
  return say(
    "To be done in PRONOTE: the tick in a base was for other values ({0} of {1}: {2}).",
    keys.length,
    of,
    listed(keys),
  );
}

function listed(texts: readonly string[]): Message | string {
  const shown = texts.slice(0, NAMED).join(", ");
  const more = texts.length - NAMED;
  return more > 0 ? say("{0} and {1} more", shown, more) : shown;
}

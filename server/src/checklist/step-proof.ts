import { dayInWords } from "../base/day.ts";
import { memo } from "../base/memo.ts";
import { type Message, type MessageArgument, message } from "../base/message.ts";
import { daysBetween } from "../rules/shared/dates.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import { placeInWords } from "../schema/place-words.ts";
import { pointer } from "../schema/pointer.ts";
import { listOf } from "./listing.ts";
import type { ChecklistStep, ProofVerdict } from "./step.ts";
import type { WrittenProof, WrittenTick } from "./step-tick.ts";

/** After how many days a proof is shown as old. */
const OLD = 60;

/**
 * The tick, completed by a proof that counts: the item was done on the day of the list, unless the user wrote a day.
 */
export function withProof(tick: WrittenTick, proof: ProofVerdict | undefined): WrittenTick {
  return proof?.counts && tick.fait === undefined ? { ...tick, fait: proof.day } : tick;
}

/** What the proof of a tick shows; `undefined` if it has none. */
export function proofIn(
  { preuve, fait }: WrittenTick,
  { covers, shows }: ItemSpec,
): ProofVerdict | undefined {
  if (!preuve) return undefined;
  const { liste, du, lues, ecarts } = preuve;
  const shown = shows.get(liste)?.map(pointer);
  const hidden = covers.filter((path) => !shown?.includes(pointer(path)));
  const agrees = shown !== undefined && ecarts === 0 && lues !== 0;
  const told = toldOf(preuve);
  return {
    counts: agrees && hidden.length === 0,
    agrees,
    isAlone: fait === undefined,
    list: liste,
    day: du,
    ...(lues !== undefined && { rows: lues }),
    isOld: false,
    why: shown ? verdict(told, preuve, hidden) : message("The list “{0}” shows nothing of it.", liste),
  };
}

function verdict(told: Message, { lues, ecarts }: WrittenProof, hidden: readonly KeyPath[]): Message {
  if (ecarts > 0) return message("Differences in {0}: {1}. They prove nothing.", told, ecarts);
  if (lues === 0) return message("Nothing was in {0}. It proves nothing.", told);
  return hidden.length === 0
    ? message("It agrees with {0}.", told)
    : message("It agrees with {0}, which cannot show: {1}.", told, settingsOf(hidden));
}

/** A list in words: which, of which day, and how much was in it. */
function toldOf({ liste, du, lues }: WrittenProof): Message {
  return lues === undefined || lues === 0
    ? message("PRONOTE's list “{0}” of {1}", liste, dayInWords(du))
    : message("PRONOTE's list “{0}” of {1} (rows: {2})", liste, dayInWords(du), lues);
}

/** A step on a day: a proof that is old by then says so. */
export function onDay(step: ChecklistStep, today: string): ChecklistStep {
  const { proof } = step;
  if (!proof?.agrees || proof.isOld || daysBetween(proof.day, today) <= OLD) return step;
  return withOldProof(step);
}

const withOldProof = memo((step: ChecklistStep): ChecklistStep => {
  const { proof, why } = step;
  const old = message("{0} The list is more than {1} days old: compare another one.", why, OLD);
  return proof ? { ...step, why: old, proof: { ...proof, isOld: true } } : step;
});

/** Settings in one sentence, each title once: those of classes and of groups have the same. */
function settingsOf(paths: readonly KeyPath[]): MessageArgument {
  const byWords = new Map(paths.map((path) => [JSON.stringify(placeInWords(path)), placeInWords(path)]));
  return listOf([...byWords.values()]);
}

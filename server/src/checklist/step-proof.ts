import { dayInWords } from "../base/day.ts";
import { type Message, type MessageArgument, message } from "../base/message.ts";
import type { ItemSpec, KeyPath } from "../schema/checklist.ts";
import { placeInWords } from "../schema/place-words.ts";
import { pointer } from "../schema/pointer.ts";
import { listOf } from "./listing.ts";
import type { WrittenTick } from "./step-tick.ts";

/** The verdict on a comparison with a list of PRONOTE, and its message. */
export interface JudgedProof {
  /** Whether the list shows all values that the item covers, without a difference. */
  readonly counts: boolean;
  readonly why: Message;
}

/**
 * The tick, completed by a proof that counts: the item was done on the day of the list, unless the user wrote a day.
 */
export function withProof(tick: WrittenTick, proof: JudgedProof | undefined): WrittenTick {
  const day = proof?.counts ? tick.preuve?.du : undefined;
  return day === undefined || tick.fait !== undefined ? tick : { ...tick, fait: day };
}

/** The verdict on the proof of a tick; `undefined` if it has none. */
export function judgedProof({ preuve }: WrittenTick, { covers, shows }: ItemSpec): JudgedProof | undefined {
  if (!preuve) return undefined;
  const { liste, du, lues, ecarts } = preuve;
  const day = dayInWords(du);
  const shown = shows.get(liste)?.map(pointer);
  if (!shown) return { counts: false, why: message("The list “{0}” shows nothing of it.", liste) };
  if (ecarts > 0) {
    return {
      counts: false,
      why: message("Differences in the list “{0}” of {1}: {2}. It proves nothing.", liste, day, ecarts),
    };
  }
  if (lues === 0) {
    return { counts: false, why: message("The list “{0}” of {1} was empty. It proves nothing.", liste, day) };
  }
  const hidden = covers.filter((path) => !shown.includes(pointer(path)));
  return hidden.length === 0
    ? { counts: true, why: message("The list “{0}” of {1} agrees.", liste, day) }
    : {
        counts: false,
        why: message("The list “{0}” of {1} agrees, but cannot show: {2}.", liste, day, settingsOf(hidden)),
      };
}

/** Settings in one sentence, each title once: those of classes and of groups have the same. */
function settingsOf(paths: readonly KeyPath[]): MessageArgument {
  const byWords = new Map(paths.map((path) => [JSON.stringify(placeInWords(path)), placeInWords(path)]));
  return listOf([...byWords.values()]);
}

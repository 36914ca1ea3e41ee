import { hasPrivateLines, isOnPrivateLine, withoutTexts } from "../analysis/conceal.ts";
import { memo } from "../base/memo.ts";
import type { Message } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import type { Value } from "../schema/value.ts";
import type { ChecklistStep } from "./step.ts";

/** Stands for a text that is not shown. */
const HIDDEN = "…";
const TEXTS = ["par", "pour", "note", "sansObjet"] as const;

/**
 * A step without what stands on lines that hold something private: what people wrote about it, and the names of things in
 * its reason. For showing only: what is written again comes from the step itself.
 */
export function withoutHiddenTexts(step: ChecklistStep, snapshot: Snapshot): ChecklistStep {
  const { tick, why } = withoutHiddenTick(step, snapshot);
  return { ...step, why: withoutHiddenNames(why, snapshot), ...(tick ? { tick } : undefined) };
}

/** A message without the names of things that are written on a line which holds something private. */
export function withoutHiddenNames(message: Message, snapshot: Snapshot): Message {
  const names = hiddenNames(snapshot);
  return names.size === 0 ? message : withoutTexts(message, names);
}

function withoutHiddenTick(step: ChecklistStep, snapshot: Snapshot): Pick<ChecklistStep, "tick" | "why"> {
  const { tick, why } = step;
  if (!tick || !isOnPrivateLine(tick.entry.key, fileOf(snapshot, tick.entry.key))) return step;
  const written = TEXTS.filter((key) => tick[key] !== undefined);
  return {
    why: withoutTexts(why, new Set(written.map((key) => tick[key] ?? ""))),
    tick: { ...tick, ...Object.fromEntries(written.map((key) => [key, HIDDEN])) },
  };
}

const hiddenNames = memo((snapshot: Snapshot): ReadonlySet<string> => {
  if (!hasPrivateLines(snapshot)) return new Set();
  return new Set(namesIn(establishmentOf(snapshot).value, snapshot));
});

/** The names of things below a value, where their line holds something private. */
function* namesIn(value: Value, snapshot: Snapshot): Generator<string> {
  if (value.kind !== "map") return;
  for (const { name, key, value: below } of value.entries.values()) {
    const isName = !value.schema.properties.has(name);
    if (isName && isOnPrivateLine(key, fileOf(snapshot, key))) yield name;
    yield* namesIn(below, snapshot);
  }
}

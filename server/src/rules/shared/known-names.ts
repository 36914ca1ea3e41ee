import { foldName } from "../../base/closest.ts";
import { memo, memoTuple } from "../../base/memo.ts";
import type { Value } from "../../schema/value.ts";
import type { Subject } from "../api/rule-context.ts";
import { foldOrdinal } from "./ordinals.ts";

/** Names, and those among them that are the same when they are folded. */
export interface KnownNames {
  readonly names: readonly string[];
  readonly byFolded: ReadonlyMap<string, readonly string[]>;
  readonly byOrdinal: ReadonlyMap<string, readonly string[]>;
}

/** Kept for the lists: each of many unknown names would go through all of them otherwise. */
export const knownNames = memoTuple((lists: readonly (readonly string[])[]): KnownNames => {
  const names = [...new Set(lists.flat())];
  return { names, byFolded: grouped(names, foldName), byOrdinal: grouped(names, foldOrdinal) };
});

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** People by the first word of their family name. */
export const byNom = memo((people: readonly Subject[]) =>
  grouped(people, ({ value }) => wordsOf(textOf(value.get("nom")))[0]),
);

/** Things by their label, folded. */
export const byLibelle = memo((things: readonly Subject[]) =>
  grouped(things, ({ value }) => foldName(textOf(value.get("libelle")))),
);

/** A scalar as text; empty if there is none. */
export function textOf(value: Value | undefined): string {
  return value?.kind === "leaf" ? String(value.value) : "";
}

/** The words of a name, folded. */
export function wordsOf(text: string): readonly string[] {
  return foldName(text)
    .split(/[-.,]+/)
    .filter((word) => word !== "");
}

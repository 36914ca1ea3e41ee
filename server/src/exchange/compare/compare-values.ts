import type { MapValue } from "../../schema/value.ts";
import type { ContentPath } from "../content.ts";
import { type CellValue, isSame } from "./cells.ts";
import type { ListDifference } from "./comparison.ts";
import { heldText } from "./held-values.ts";
import type { KnownPeople } from "./known-people.ts";
import type { ListedValue } from "./listed-services.ts";
import { FOLDED_COLUMNS, foldedValue, selectedClasses } from "./listed-things.ts";
import { type WantedValue, wantedAt } from "./wanted-services.ts";

/** A thing of the configuration and what a list says of it. */
export interface ThingPair {
  readonly path: ContentPath;
  readonly value: MapValue;
  readonly row: number;
  readonly values: ReadonlyMap<string, ListedValue>;
}

/** What the values of things are compared by. */
export interface ValueLookup {
  readonly root: MapValue;
  readonly people: KnownPeople;
}

/** What differs between a thing and its row: one difference for each value. */
export function differencesOf(pair: ThingPair, known: ValueLookup): readonly ListDifference[] {
  return [...pair.values].flatMap(([key, theirs]) => {
    if (theirs === "not-shown") return [];
    const ours = comparable(pair, key, known.root);
    const listed = typeof theirs === "string" ? theirs : normalised(key, theirs);
    const difference = ours && differenceOf(ours, listed, known.people);
    if (!difference) return [];
    const { shown, node } = ours;
    const path = [...pair.path, key];
    const more = { ...(node && { node }), ...heldOrStrangers(path, theirs) };
    return [{ ...difference, path, ours: shown, row: pair.row, ...more }];
  });
}

/** What PRONOTE holds at a path; where it names people who are nobody here, these. */
function heldOrStrangers(path: ContentPath, theirs: ListedValue): Pick<ListDifference, "held" | "strangers"> {
  if (typeof theirs === "string") return {};
  const { strangers, items } = theirs;
  return strangers ? { strangers } : { held: { path, text: heldText(path, items) } };
}

/** What is wanted at a key, in the form in which lists can be compared with it. */
function comparable({ path, value }: ThingPair, key: string, root: MapValue): WantedValue | undefined {
  const ours = wantedAt(value, key);
  if (path[0] === "personnels" && key === "classes" && ours) {
    // Nothing written means that no class is unticked.
    const items = ours.items.length === 0 ? ["toutes"] : ours.items;
    return value.has("mode-vie-scolaire") ? { ...ours, items: selectedClasses(items, root) } : undefined;
  }
  return ours && normalised(key, ours);
}

function normalised<T extends CellValue>(key: string, value: T): T {
  return FOLDED_COLUMNS.has(key) ? foldedValue(value) : value;
}

function differenceOf(
  ours: WantedValue,
  theirs: Exclude<ListedValue, "not-shown">,
  people: KnownPeople,
): Pick<ListDifference, "sign" | "theirs" | "reason"> | undefined {
  if (typeof theirs === "string") return { sign: "untold", theirs: "", reason: theirs };
  if (isSame(ours, theirs)) return undefined;
  // A name that is nobody's here may be that of somebody who has no name here.
  if (theirs.strangers && ours.items.some((name) => !theirs.items.includes(name) && people.isNameless(name)))
    return { sign: "untold", theirs: theirs.shown, reason: "nameless" };
  if (theirs.items.length === 0) return { sign: "missing", theirs: "" };
  return { sign: ours.items.length === 0 ? "extra" : "other", theirs: theirs.shown };
}

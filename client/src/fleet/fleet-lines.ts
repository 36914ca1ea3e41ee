import type {
  Fleet,
  FleetEstablishment,
  FleetFinding,
  FleetStep,
} from "../../../server/src/features/fleet-protocol.ts";
import type { L10n } from "../item-look.ts";

/** What establishments may be sorted by. */
export const SORTS = ["attention", "name", "progress", "errors", "redo", "overdue", "start"] as const;
export type FleetSort = (typeof SORTS)[number];

/** Which establishments are shown. */
export const FILTERS = ["all", "open", "errors", "redo", "overdue"] as const;
export type FleetFilter = (typeof FILTERS)[number];

/** What establishments are put together by. */
export const GROUPINGS = ["none", "base", "folder"] as const;
export type FleetGrouping = (typeof GROUPINGS)[number];

/** How the fleet is arranged. */
export interface FleetArrangement {
  readonly sort: FleetSort;
  readonly filter: FleetFilter;
  readonly group: FleetGrouping;
}

export const DEFAULT_ARRANGEMENT: FleetArrangement = { sort: "attention", filter: "all", group: "none" };

/** The establishments that are shown, in order. */
export function arranged(
  { establishments }: Fleet,
  { sort, filter }: FleetArrangement,
): readonly FleetEstablishment[] {
  const keys = KEYS[sort];
  return establishments
    .filter(PASSES[filter])
    .toSorted((one, other) => compareLists(keys(one), keys(other)) || byName(one.name, other.name));
}

/** Establishments by what they have in common, in the order of the groups' names; those without it come last. */
export function grouped(
  establishments: readonly FleetEstablishment[],
  group: Exclude<FleetGrouping, "none">,
): ReadonlyMap<string, readonly FleetEstablishment[]> {
  const nameOf = (one: FleetEstablishment) => (group === "base" ? one.base : one.parent) ?? "";
  const names = [...new Set(establishments.map(nameOf))].sort((one, other) =>
    one === "" ? 1 : other === "" ? -1 : byName(one, other),
  );
  return new Map(names.map((name) => [name, establishments.filter((one) => nameOf(one) === name)]));
}

/** As in French, and 2 before 11. */
const byName = new Intl.Collator("fr", { numeric: true }).compare;

const PASSES: Readonly<Record<FleetFilter, (one: FleetEstablishment) => boolean>> = {
  all: () => true,
  open: ({ settled, total, errors }) => settled < total || errors > 0,
  errors: ({ errors, blocked }) => errors > 0 || blocked > 0,
  redo: ({ toRedo }) => toRedo > 0,
  overdue: ({ overdue }) => overdue > 0,
};

/** For each order the numbers that are compared, the smallest first. */
const KEYS: Readonly<Record<FleetSort, (one: FleetEstablishment) => readonly number[]>> = {
  attention: (one) => [-one.overdue, -(one.errors + one.blocked), -one.toRedo, shareOf(one)],
  name: () => [],
  progress: (one) => [shareOf(one)],
  errors: (one) => [-one.errors, -one.blocked],
  redo: (one) => [-one.toRedo],
  overdue: (one) => [-one.overdue],
  start: ({ days }) => [days ?? Number.POSITIVE_INFINITY],
};

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [at, value] of one.entries()) {
    const second = other[at] ?? 0;
    if (value !== second) return value < second ? -1 : 1;
  }
  return 0;
}

function shareOf({ settled, total }: FleetEstablishment): number {
  return total === 0 ? 1 : settled / total;
}

/** How many cells a bar has. */
const CELLS = 5;

/** Progress as a bar of characters, for where a picture cannot stand. Full only if everything is settled. */
export function barOf(one: FleetEstablishment): string {
  const full = Math.floor(shareOf(one) * CELLS);
  return "▰".repeat(full) + "▱".repeat(CELLS - full);
}

/** What is told of an establishment behind its name, in signs: there is little room. */
export function descriptionOf(one: FleetEstablishment): string {
  const { errors, toRedo, overdue, settled, total } = one;
  const signs = [
    ...(overdue > 0 ? [`⚠${overdue}`] : []),
    ...(errors > 0 ? [`✗${errors}`] : []),
    ...(toRedo > 0 ? [`↻${toRedo}`] : []),
  ];
  return [barOf(one), `${settled}/${total}`, ...signs].join(" ");
}

/** The same in words, for a tooltip. */
export function wordsFor(one: FleetEstablishment, l10n: L10n): string {
  return [l10n.t("{0} of {1}", one.settled, one.total), ...factsOf(one, l10n)].join(", ");
}

/** The same for who hears it. */
export function spokenOf(one: FleetEstablishment, l10n: L10n): string {
  return [one.name, l10n.t("{0} of {1}", one.settled, one.total), ...factsOf(one, l10n), one.answer].join(
    ", ",
  );
}

function factsOf(one: FleetEstablishment, l10n: L10n): readonly string[] {
  const { errors, toRedo, overdue, days } = one;
  return [
    ...(overdue > 0 ? [l10n.t("overdue: {0}", overdue)] : []),
    ...(errors > 0 ? [l10n.t("errors: {0}", errors)] : []),
    ...(toRedo > 0 ? [l10n.t("{0} to redo", toRedo)] : []),
    ...(days !== undefined && days > 0 ? [daysLeft(days, l10n)] : []),
  ];
}

function daysLeft(days: number, l10n: L10n): string {
  return days === 1 ? l10n.t("1 day left") : l10n.t("{0} days left", days);
}

/** Where it stands, as an icon of VS Code and the id of a colour of its themes. */
export function iconOf({
  settled,
  total,
  errors,
  blocked,
  overdue,
}: FleetEstablishment): readonly [string, string?] {
  if (errors > 0 || blocked > 0) return ["error", "list.errorForeground"];
  if (overdue > 0) return ["calendar", "list.warningForeground"];
  return settled === total ? ["pass-filled", "testing.iconPassed"] : ["mortar-board"];
}

/** The establishments that have a finding, each once, by the URIs of their folders. */
export function establishmentsIn({ places }: FleetFinding): readonly string[] {
  return [...new Set(places.map(({ establishment }) => establishment))];
}

/** In how many establishments a step is open, and in how many of these it can be ticked now. */
export function stepDescription({ open, tickable }: FleetStep, l10n: L10n): string {
  return tickable.length === open.length
    ? l10n.t("open in {0}", open.length)
    : l10n.t("open in {0}, ready in {1}", open.length, tickable.length);
}

/** The same with the number first, for a line of which the end may be cut. */
export function shortStepDescription({ open, tickable }: FleetStep, l10n: L10n): string {
  return tickable.length === open.length
    ? String(open.length)
    : l10n.t("{0}, ready in {1}", open.length, tickable.length);
}

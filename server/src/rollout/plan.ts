import { changesSinceFingerprint } from "../checklist/fingerprint.ts";
import { formerValue } from "../checklist/former-value.ts";
import { Prerequisites } from "../checklist/prerequisites.ts";
import { isOpen } from "../checklist/state.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { isOfAnotherYear } from "../checklist/step-tick.ts";
import { textAt } from "../checklist/step-values.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { type ItemSpec, items, type KeyPath } from "../schema/checklist.ts";
import { pathOfPointer, pointer } from "../schema/pointer.ts";
import { isAtOrBelow } from "../schema/screens.ts";
import type { MapValue } from "../schema/value.ts";
import { type DerivedValue, derivedValues } from "./derived-values.ts";
import { type EnteredValue, enteredValues } from "./entered-values.ts";
import { enteringItems } from "./entering-steps.ts";
import type { ScreenEntry } from "./screens.ts";
import { derivedEntry, shownEntry } from "./shown-entries.ts";
import { isHiddenAt, shownScalar } from "./value-words.ts";

/** What is left to enter for an establishment. */
export interface RolloutPlan {
  /** The open steps in the order of work: each phase in its order, those that wait after those that they wait for. */
  readonly steps: readonly PlannedStep[];
  /** What belongs to no step that applies. */
  readonly rest: readonly ScreenEntry[];
}

/** An open step with what is entered for it. */
export interface PlannedStep {
  readonly step: ChecklistStep;
  readonly waitsFor: readonly ItemSpec[];
  /** Other steps with which values that it covers are entered. */
  readonly enteredWith: readonly ItemSpec[];
  readonly onlyChanges: boolean;
  readonly entries: readonly ScreenEntry[];
}

/** The plan of an establishment with these steps. */
export function planOf(snapshot: Snapshot, steps: readonly ChecklistStep[]): RolloutPlan {
  return new Planner(snapshot, steps).plan();
}

class Planner {
  readonly #snapshot: Snapshot;
  readonly #root: MapValue;
  readonly #steps: ReadonlyMap<ItemSpec, ChecklistStep>;
  readonly #prerequisites: Prerequisites;
  /** The keys of the values that changed since a step was done, for each step to redo for these alone. */
  readonly #changed: ReadonlyMap<ItemSpec, readonly KeyPath[]>;
  readonly #entries = new Map<ItemSpec, ScreenEntry[]>();
  /** The steps with which values of a step are entered instead. */
  readonly #elsewhere = new Map<ItemSpec, Set<ItemSpec>>();
  readonly #rest: ScreenEntry[] = [];

  constructor(snapshot: Snapshot, steps: readonly ChecklistStep[]) {
    this.#snapshot = snapshot;
    this.#root = establishmentOf(snapshot).value;
    this.#steps = new Map(steps.map((step) => [step.item, step]));
    this.#prerequisites = new Prerequisites(this.#root, (item) => this.#stepOf(item));
    this.#changed = new Map(
      steps.flatMap((step) => {
        const keys = changedKeys(step, this.#root);
        return keys ? [[step.item, keys] as const] : [];
      }),
    );
  }

  plan(): RolloutPlan {
    for (const value of enteredValues(this.#root)) this.#assign(value);
    for (const value of derivedValues(this.#root)) this.#assignDerived(value);
    const open = items.map((item) => this.#stepOf(item)).filter(({ state }) => isOpen(state));
    return {
      steps: open.map((step) => ({
        step,
        waitsFor: this.#waitsFor(step.item),
        enteredWith: [...(this.#elsewhere.get(step.item) ?? [])],
        onlyChanges: this.#changed.has(step.item),
        entries: this.#entries.get(step.item) ?? [],
      })),
      rest: this.#rest,
    };
  }

  #stepOf(item: ItemSpec): ChecklistStep {
    const step = this.#steps.get(item);
    if (!step) throw new Error(`no step for ${item.slug}`);
    return step;
  }

  #waitsFor(item: ItemSpec): readonly ItemSpec[] {
    return this.#prerequisites.failing(item, ({ state }) => isOpen(state)).map((step) => step.item);
  }

  /** Gives a value to the step with which it is entered. What is done, or does not apply, is left out. */
  #assign(value: EnteredValue): void {
    const isName = value.value === undefined;
    const candidates = enteringItems(value.path, isName);
    if (candidates.length === 0) this.#rest.push(shownEntry(value, this.#snapshot));
    const chosen = this.#entering(value, candidates);
    if (!chosen) return;
    if (showsValues(this.#stepOf(chosen))) this.#add(chosen, this.#entryOf(value, chosen));
    if (isName) return;
    for (const other of candidates) {
      if (other !== chosen) this.#elsewhere.set(other, (this.#elsewhere.get(other) ?? new Set()).add(chosen));
    }
  }

  /** A value as it is entered; of one that changed since its step was done, with what was entered then, if that is known. */
  #entryOf(value: EnteredValue, item: ItemSpec): ScreenEntry {
    const entry = shownEntry(value, this.#snapshot);
    const { tick } = this.#stepOf(item);
    const isPlain = value.value?.kind === "leaf" && !value.secret && !isHiddenAt(value.at, this.#snapshot);
    if (!tick?.empreinte || !this.#changed.has(item) || !isPlain) return entry;
    const before = formerValue(tick.empreinte, pointer(value.path), this.#root)?.value;
    if (before === undefined) return entry;
    return { ...entry, before: shownScalar(value.schema, before, this.#snapshot).words };
  }

  #assignDerived(value: DerivedValue): void {
    const item = enteringItems(value.path).find((one) => isApplicable(this.#stepOf(one)));
    if (!item || this.#changed.has(item)) return;
    const step = this.#stepOf(item);
    if (isOpen(step.state) && showsValues(step)) this.#add(item, derivedEntry(value, this.#snapshot));
  }

  #add(item: ItemSpec, entry: ScreenEntry): void {
    const list = this.#entries.get(item) ?? [];
    list.push(entry);
    this.#entries.set(item, list);
  }

  /**
   * The open step with which a value is left to be entered: the first that applies, unless that is done; a value that
   * changed since then is entered with the step that is to be redone for it.
   */
  #entering({ path }: EnteredValue, candidates: readonly ItemSpec[]): ItemSpec | undefined {
    const applicable = candidates.filter((item) => isApplicable(this.#stepOf(item)));
    const isLeft = (item: ItemSpec) => {
      if (!isOpen(this.#stepOf(item).state)) return false;
      const changed = this.#changed.get(item);
      return !changed || changed.some((key) => isAtOrBelow(path, key));
    };
    const [first] = applicable;
    if (first && isLeft(first)) return first;
    return applicable.find((item) => this.#changed.has(item) && isLeft(item));
  }
}

function isApplicable({ state }: ChecklistStep): boolean {
  return state !== "not-applicable";
}

/** Of what is wrong nothing is entered, and a decision is not entered at all. */
function showsValues({ state, item }: ChecklistStep): boolean {
  return state !== "blocked-by-error" && item.ends !== "decision";
}

/**
 * The keys of the values for which alone a step is to be redone. `undefined` if all are to be gone through: it was never
 * done, or was done for another year.
 */
function changedKeys({ state, tick, item }: ChecklistStep, root: MapValue): readonly KeyPath[] | undefined {
  if (state !== "to-redo" || !tick?.empreinte) return undefined;
  const year = textAt(root, ["etablissement", "annee-scolaire"]);
  if (item.redo.includes("annee") && isOfAnotherYear(tick, year)) return undefined;
  return changesSinceFingerprint(tick.empreinte, item, root).keys.map(pathOfPointer);
}

import { guarded, type OnFault, throwOn } from "../analysis/own-faults.ts";
import { memo, memoTuple } from "../base/memo.ts";
import { type Message, message } from "../base/message.ts";
import { baseName } from "../base/uri.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import { isOwn, type Snapshot } from "../model/snapshot.ts";
import type { Finding } from "../rules/api/rule.ts";
import { SELECTED, selectsBelow } from "../rules/shared/selections.ts";
import { type ItemSpec, items } from "../schema/checklist.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import { rootSchema } from "../schema/schema.ts";
import { type Entry, MapValue } from "../schema/value.ts";
import type { Span } from "../syntax/tree.ts";
import { changesSinceFingerprint, type FingerprintChange, fingerprintOf } from "./fingerprint.ts";
import { Prerequisites } from "./prerequisites.ts";
import { isOpen, type StepState } from "./state.ts";
import type { ChecklistStep, ProofVerdict } from "./step.ts";
import { errorsIn, errorsOf } from "./step-errors.ts";
import * as why from "./step-messages.ts";
import { missingFor } from "./step-needs.ts";
import { withOrderTold } from "./step-order.ts";
import { onDay, proofIn, withProof } from "./step-proof.ts";
import { spanOfEntry, spanOfItem } from "./step-span.ts";
import { isOfAnotherYear, tickOf, type WrittenTick } from "./step-tick.ts";
import { textAt, withoutObject } from "./step-values.ts";

/**
 * The steps of an establishment: the state of every item of the checklist, in its order. `findings` are those of the
 * establishment. A step whose state cannot be told because our own code throws is left out, and told to `onFault`.
 */
export function stepsOf(
  snapshot: Snapshot,
  findings: readonly Finding[],
  onFault: OnFault = throwOn,
): readonly ChecklistStep[] {
  return memoizedSteps([snapshot, findings, onFault]);
}

const memoizedSteps = memoTuple(
  ([snapshot, findings, onFault]: readonly [
    Snapshot,
    readonly Finding[],
    OnFault,
  ]): readonly ChecklistStep[] => {
    const evaluate = () => {
      const evaluator = new StepEvaluator(snapshot, findings, onFault);
      return items.flatMap((item) => evaluator.step(item) ?? []);
    };
    return guarded(() => message("The checklist of “{0}”", baseName(snapshot.folder)), onFault, evaluate, []);
  },
);

class StepEvaluator {
  readonly #snapshot: Snapshot;
  readonly #root: MapValue;
  /** The section of the ticks, if it is a map; `undefined` also if it cannot be read. */
  readonly #ticks: MapValue | undefined;
  readonly #unreadTicks: Entry | undefined;
  readonly #errors: readonly Finding[];
  readonly #cache = new Map<ItemSpec, ChecklistStep | undefined>();
  readonly #onFault: OnFault;
  readonly #prerequisites: Prerequisites;

  constructor(snapshot: Snapshot, findings: readonly Finding[], onFault: OnFault) {
    this.#snapshot = snapshot;
    this.#onFault = onFault;
    this.#root = establishmentOf(snapshot).value;
    const section = reach(this.#root, ["deroulement"]).entry;
    this.#ticks = section?.value.kind === "map" ? section.value : undefined;
    this.#unreadTicks = section?.value.kind === "unknown" ? section : undefined;
    this.#errors = errorsOf(snapshot, findings);
    this.#prerequisites = new Prerequisites(this.#root, (item) => this.step(item));
  }

  step(item: ItemSpec): ChecklistStep | undefined {
    if (this.#cache.has(item)) return this.#cache.get(item);
    const step = guarded(
      () => message("The step “{0}”", item.slug),
      this.#onFault,
      () => this.#step(item),
      undefined,
    );
    this.#cache.set(item, step);
    return step;
  }

  #step(item: ItemSpec): ChecklistStep {
    const view = viewOf(item, this.#root);
    const entry = this.#ticks?.entries.get(item.slug) ?? this.#unreadTicks;
    const errors = errorsIn(item, this.#root, this.#errors);
    const before = this.#prerequisites.failing(item, ({ state }) => isOpen(state)).map((step) => step.item);
    const own = entry !== undefined && isOwn(this.#snapshot, entry.key);
    const step =
      errors.length > 0
        ? evaluate(item, view, entry, own, errors, before)
        : memoizedStep([item, view, entry ?? NOTHING, own ? OWN : NOTHING, ...before]);
    return onDay(withOrderTold(step, this.#prerequisites, this.#root), this.#snapshot.today);
  }
}

/** Placeholders in the keys of memoized results. */
interface Nothing {
  readonly nothing: true;
}
const NOTHING: Nothing = { nothing: true };
const OWN = {};
const OPEN = {};

/** The sections of an establishment that an item depends on. The same object as before if none of them changed. */
function viewOf(item: ItemSpec, root: MapValue): MapValue {
  return memoizedView([
    item,
    root.open ? OPEN : NOTHING,
    ...sectionsOf(item).map((section) => root.entries.get(section) ?? NOTHING),
  ]);
}

const memoizedView = memoTuple(
  ([, open, ...entries]: readonly [ItemSpec, object, ...(Entry | Nothing)[]]): MapValue => {
    const written = entries.filter((entry): entry is Entry => !isNothing(entry));
    const byName = new Map(written.map((entry) => [entry.name, entry]));
    return new MapValue(rootSchema, byName, [], { open: open === OPEN });
  },
);

const sectionsOf = memo((item: ItemSpec): readonly string[] => {
  const conditions = [...item.needs, ...item.when, ...item.unless];
  const covered = [item.covers, ...item.covered.values()].flat();
  const paths = [...covered, ...item.about, ...conditions.map(({ path }) => path)];
  const selection = item.covers.some((path) => selectsBelow(path)) ? SELECTED : [];
  const sections = paths.flatMap(([section = ""]) => section.split("|"));
  return [...new Set([...sections, "hebergement", "etablissement", ...selection])];
});

const memoizedStep = memoTuple(
  ([item, view, entry, own, ...before]: readonly [
    ItemSpec,
    MapValue,
    Entry | Nothing,
    object,
    ...ItemSpec[],
  ]): ChecklistStep => {
    return evaluate(item, view, isNothing(entry) ? undefined : entry, own === OWN, [], before);
  },
);

function isNothing(entry: Entry | Nothing): entry is Nothing {
  return entry === NOTHING;
}

/** The tick of an item, with the verdict on its proof. */
function tickAndProof(
  item: ItemSpec,
  entry: Entry | undefined,
): { tick?: WrittenTick; proof?: ProofVerdict } {
  const tick = entry && tickOf(entry);
  if (!tick) return {};
  const proof = proofIn(tick, item);
  return { tick: withProof(tick, proof), ...(proof ? { proof } : undefined) };
}

/** The step with the first state that matches. */
function evaluate(
  item: ItemSpec,
  view: MapValue,
  entry: Entry | undefined,
  own: boolean,
  errors: readonly Finding[],
  before: readonly ItemSpec[],
): ChecklistStep {
  const { tick, proof } = tickAndProof(item, entry);
  const covered = spanOfItem(item, view) ?? entry?.key;
  const step = (state: StepState, message: Message, at: Span | null = covered ?? null): ChecklistStep => ({
    item,
    state,
    why: message,
    own,
    ...(at ? { at } : undefined),
    ...(state === "waiting" ? { waitsFor: before.map(({ slug }) => slug) } : undefined),
    ...(tick ? { tick } : undefined),
    ...(proof ? { proof } : undefined),
  });
  const notApplicable = withoutObject(item, view) ?? (tick && why.setAside(tick));
  if (notApplicable) return step("not-applicable", notApplicable);
  const missing = missingFor(item, view);
  const verdict = tick?.fait === undefined ? undefined : verdictOn(tick, item, view, own);
  // A step that was done stays done, even if a later version requires more values.
  const isDone = tick && verdict?.counts && !verdict.redo;
  if (missing.length > 0 && !isDone) return step("to-write", why.toWrite(missing), missing[0]?.at ?? null);
  if (errors[0]) return step("blocked-by-error", why.blocked(errors), errors[0].at);
  if (verdict?.redo) return step("to-redo", verdict.redo, spanOfChange(verdict.changed, view));
  return isDone
    ? step("done", why.done(tick, missing, proof))
    : step(...openState(item, before, verdict, proof, entry?.value.kind === "unknown"));
}

/** The state of an item without errors that is not done. */
function openState(
  { ends }: ItemSpec,
  before: readonly ItemSpec[],
  verdict: StepVerdict | undefined,
  proof: ProofVerdict | undefined,
  unread: boolean,
): readonly [StepState, Message] {
  if (ends === "decision") return ["decided", message("Decided: it is written down.")];
  if (before.length > 0) return ["waiting", why.waiting(before)];
  return ["to-do", verdict ? why.otherValues(verdict.changed) : why.toDo(proof, unread)];
}

interface StepVerdict {
  readonly changed: FingerprintChange;
  readonly counts: boolean;
  readonly redo?: Message;
}

/** Whether a tick still counts. A tick in a base counts only if the values are those for which it was made. */
function verdictOn(tick: WrittenTick, item: ItemSpec, view: MapValue, own: boolean): StepVerdict {
  const year = textAt(view, ["etablissement", "annee-scolaire"]);
  const changed = changesSince(tick, item, view, own);
  if (!own && changed.keys.length > 0) return { changed, counts: false };
  const anotherYear = item.redo.includes("annee") && isOfAnotherYear(tick, year);
  const otherValues = item.redo.includes("valeurs") && changed.keys.length > 0;
  const redo =
    anotherYear && year !== undefined
      ? why.anotherYear(tick, year, otherValues ? changed : undefined)
      : otherValues
        ? why.valuesChanged(tick, changed)
        : undefined;
  return { changed, counts: true, ...(redo ? { redo } : undefined) };
}

/**
 * The values that changed since a tick. An own tick without a fingerprint counts as unchanged, an inherited one as
 * changed.
 */
function changesSince(
  { empreinte }: WrittenTick,
  item: ItemSpec,
  view: MapValue,
  own: boolean,
): FingerprintChange {
  if (empreinte) return changesSinceFingerprint(empreinte, item, view);
  const keys = own ? [] : [...fingerprintOf(item, view).keys()];
  return { keys, of: keys.length };
}

function spanOfChange({ keys }: FingerprintChange, view: MapValue): Span | undefined {
  const entries = keys.map((key) => reach(view, pathOfPointer(key)).entry);
  const entry = entries.find((candidate) => candidate !== undefined);
  return entry && spanOfEntry(entry);
}

import { isOnPrivateLine, withoutPrivateNames } from "../analysis/conceal.ts";
import { dayInWords } from "../base/day.ts";
import { type LocalizedText, type Message, message } from "../base/message.ts";
import { changesSinceFingerprint, type Fingerprint, fingerprintOf } from "../checklist/fingerprint.ts";
import { type FormerValue, formerValue, unwritten } from "../checklist/former-value.ts";
import { withoutHiddenNames, withoutHiddenTexts } from "../checklist/hidden-texts.ts";
import type { ChecklistStep } from "../checklist/step.ts";
import { errorsIn, errorsOf } from "../checklist/step-errors.ts";
import { missingFor } from "../checklist/step-needs.ts";
import { spanOfEntry } from "../checklist/step-span.ts";
import { stepsOf } from "../checklist/steps.ts";
import { establishmentOf } from "../model/establishment.ts";
import { reach } from "../model/reach.ts";
import { fileOf, type Snapshot } from "../model/snapshot.ts";
import { itemBySlug } from "../schema/checklist.ts";
import { placeInWords } from "../schema/place-words.ts";
import { pathOfPointer } from "../schema/pointer.ts";
import type { Entry, MapValue } from "../schema/value.ts";
import { rangeOf } from "../syntax/file.ts";
import type { Span } from "../syntax/tree.ts";
import { renamed, shownTick } from "./checklist.ts";
import type { StepDetail, StepDetails, StepName } from "./checklist-protocol.ts";
import type { SharedContext } from "./context.ts";
import type { ChecklistPlace } from "./protocol.ts";

/** More values of a step than these are counted only. */
const MAX_VALUES = 40;

const NOT_WRITTEN = message("not written");

type DetailsContext = Pick<SharedContext, "workspace" | "analysis" | "localize" | "uri">;

/** What stands behind a step: what blocks it, what changed, what it covers and where; null if there is no such step. */
export function stepDetails(context: DetailsContext, { establishment, slug }: StepName): StepDetails | null {
  const snapshot = context.workspace.establishmentIn(establishment);
  if (!snapshot) return null;
  const findings = context.analysis.establishmentFindings(snapshot);
  const step = stepsOf(snapshot, findings, context.analysis.onFault).find(({ item }) => item.slug === slug);
  if (!step) return null;
  const details = new Details(context, snapshot);
  const errors =
    step.state === "blocked-by-error" ? errorsIn(step.item, details.root, errorsOf(snapshot, findings)) : [];
  const { values, more } = details.values(step);
  return {
    entries: [
      ...errors.map((error) => details.entry("error", error.message, error.at)),
      ...details.missing(step),
      ...details.waits(step),
      ...values,
      ...details.tick(withoutHiddenTexts(step, snapshot)),
    ],
    more,
  };
}

class Details {
  readonly root: MapValue;
  readonly #context: DetailsContext;
  readonly #snapshot: Snapshot;

  constructor(context: DetailsContext, snapshot: Snapshot) {
    this.root = establishmentOf(snapshot).value;
    this.#context = context;
    this.#snapshot = snapshot;
  }

  entry(kind: StepDetail["kind"], label: Message | LocalizedText, at?: Span): StepDetail {
    const place = at && this.#place(at);
    const shown = "text" in label ? withoutHiddenNames(withoutPrivateNames(label), this.#snapshot) : label;
    return { kind, label: this.#context.localize(shown), ...(place ? { place } : undefined) };
  }

  missing({ item, state }: ChecklistStep): readonly StepDetail[] {
    if (state !== "to-write") return [];
    return missingFor(item, this.root).map(({ path, at }) =>
      this.entry("missing", placeInWords(path.map((key) => key.split("|")[0] ?? key)), at),
    );
  }

  waits({ waitsFor = [] }: ChecklistStep): readonly StepDetail[] {
    return waitsFor.flatMap((slug) => {
      const item = itemBySlug.get(slug);
      return item ? [{ ...this.entry("waits", item.title), slug }] : [];
    });
  }

  /** The values that a step covers, those that changed since its tick first. */
  values({ item, state, tick }: ChecklistStep): {
    readonly values: readonly StepDetail[];
    readonly more: number;
  } {
    const changed = new Set(
      tick?.empreinte && state === "to-redo"
        ? changesSinceFingerprint(tick.empreinte, item, this.root).keys
        : [],
    );
    const covered = [...fingerprintOf(item, this.root).keys()].filter((key) => !changed.has(key));
    const all = [
      ...[...changed].map((key) => ({ key, kind: "changed" as const })),
      ...covered.map((key) => ({ key, kind: "value" as const })),
    ];
    return {
      values: all
        .slice(0, MAX_VALUES)
        .map(({ key, kind }) => this.#value(kind, key, kind === "changed" ? tick?.empreinte : undefined)),
      more: Math.max(0, all.length - MAX_VALUES),
    };
  }

  tick({ tick, own }: ChecklistStep): readonly StepDetail[] {
    if (!tick) return [];
    const { fait, par, sansObjet, note, entry } = tick;
    const texts = [
      ...(fait === undefined
        ? []
        : [
            par === undefined
              ? message("Done on {0}.", dayInWords(fait))
              : message("Done on {0} by {1}.", dayInWords(fait), shownTick(par)),
          ]),
      ...(sansObjet === undefined ? [] : [message("Set aside: {0}", shownTick(sansObjet))]),
      ...(note === undefined ? [] : [message("Note: {0}", shownTick(note))]),
      ...(own ? [] : [message("Written in a base.")]),
    ];
    return texts.map((text) => this.entry("tick", text, entry.key));
  }

  #value(kind: "changed" | "value", key: string, recorded?: Fingerprint): StepDetail {
    const path = pathOfPointer(key);
    const { entry, last } = reach(this.root, path);
    const at = entry ? spanOfEntry(entry) : last?.key;
    const isPrivate = entry && isOnPrivateLine(entry.key, fileOf(this.#snapshot, entry.key));
    const value = entry && !isPrivate ? shortValueOf(entry) : undefined;
    // What is not told has no former value either, nor has what has parts.
    const before = recorded && (value !== undefined || !entry) ? this.#former(recorded, key) : undefined;
    return {
      ...this.entry(kind, placeInWords(path), at),
      ...(value === undefined ? undefined : { value }),
      ...(before === undefined ? undefined : { before }),
      ...(before !== undefined && !entry ? { value: this.#formerText(unwritten(key)) } : undefined),
    };
  }

  #former(recorded: Fingerprint, key: string): string | undefined {
    const former = formerValue(recorded, key, this.root);
    return former && this.#formerText(former);
  }

  #formerText({ value }: FormerValue): string {
    return value === undefined ? this.#context.localize(NOT_WRITTEN) : shownTick(String(value));
  }

  #place(at: Span): ChecklistPlace | undefined {
    const file = fileOf(this.#snapshot, at);
    return file && renamed({ uri: file.uri, range: rangeOf(file, at) }, this.#context.uri);
  }
}

/** A value that fits behind its title; of those with parts the title has to do. */
function shortValueOf({ value }: Entry): string | undefined {
  if (value.kind !== "leaf") return undefined;
  const text = String(value.value).replace(/\s+/g, " ");
  return shownTick(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

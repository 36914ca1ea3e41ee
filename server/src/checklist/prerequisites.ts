import { type ItemPrerequisite, type ItemSpec, itemBySlug } from "../schema/checklist.ts";
import type { MapValue } from "../schema/value.ts";
import type { ChecklistStep } from "./step.ts";
import { hostingOf } from "./step-values.ts";

/**
 * The prerequisites of an item in an establishment. One that is not applicable is replaced by its own prerequisites:
 * without a transfer from EDT, the recovery still waits for the creation of the base.
 */
export class Prerequisites {
  readonly #root: MapValue;
  /** `undefined` of a step that cannot be told. It is nobody's obstacle. */
  readonly #stepOf: (item: ItemSpec) => ChecklistStep | undefined;
  readonly #all = new Map<ItemSpec, ReadonlySet<ChecklistStep>>();

  constructor(root: MapValue, stepOf: (item: ItemSpec) => ChecklistStep | undefined) {
    this.#root = root;
    this.#stepOf = stepOf;
  }

  /** The direct prerequisites for which `fails` is true. Of several alternatives, one that does not fail is enough. */
  failing(item: ItemSpec, fails: (step: ChecklistStep) => boolean): readonly ChecklistStep[] {
    return [...new Set(item.after.flatMap((after) => this.#failing(after, fails)))];
  }

  /** All direct and indirect prerequisites. */
  all(item: ItemSpec): ReadonlySet<ChecklistStep> {
    const cached = this.#all.get(item);
    if (cached) return cached;
    const direct = this.failing(item, () => true);
    const all = new Set(direct.flatMap((step) => [step, ...this.all(step.item)]));
    this.#all.set(item, all);
    return all;
  }

  #failing(after: ItemPrerequisite, fails: (step: ChecklistStep) => boolean): readonly ChecklistStep[] {
    if (typeof after === "string") {
      const item = itemBySlug.get(after);
      const step = item && this.#stepOf(item);
      if (!step) return [];
      if (step.state === "not-applicable") return this.failing(step.item, fails);
      return fails(step) ? [step] : [];
    }
    if ("any" in after) return this.#failingOf(after.any, fails);
    const mode = hostingOf(this.#root);
    const { heberge, "non-heberge": other } = after;
    if (mode === undefined)
      return this.#failingOf(
        [heberge, other].filter((alternative) => alternative !== undefined),
        fails,
      );
    const own = mode === "heberge" ? heberge : other;
    return own === undefined ? [] : this.#failing(own, fails);
  }

  /** Alternatives that are not applicable are ignored, unless none is applicable. */
  #failingOf(
    alternatives: readonly ItemPrerequisite[],
    fails: (step: ChecklistStep) => boolean,
  ): readonly ChecklistStep[] {
    const applicable = alternatives.filter((alternative) => {
      const item = typeof alternative === "string" ? itemBySlug.get(alternative) : undefined;
      return !item || this.#stepOf(item)?.state !== "not-applicable";
    });
    const relevant = applicable.length > 0 ? applicable : alternatives;
    const failing = relevant.map((alternative) => this.#failing(alternative, fails));
    return failing.some((steps) => steps.length === 0) ? [] : failing.flat();
  }
}

import { type ItemPrerequisite, type ItemSpec, itemBySlug } from "../schema/checklist.ts";
import type { MapValue } from "../schema/value.ts";
import type { ChecklistStep } from "./step.ts";
import { hostingOf } from "./step-values.ts";

/**
 * What comes before an item in an establishment. One that does not apply stands for what comes before it itself: where
 * nothing is transferred from EDT, the recovery still waits for the base.
 */
export class Prerequisites {
  readonly #root: MapValue;
  readonly #stepOf: (item: ItemSpec) => ChecklistStep;
  readonly #all = new Map<ItemSpec, ReadonlySet<ChecklistStep>>();

  constructor(root: MapValue, stepOf: (item: ItemSpec) => ChecklistStep) {
    this.#root = root;
    this.#stepOf = stepOf;
  }

  /** Those that fail; of several alternatives, one that does not is enough. */
  failing(item: ItemSpec, fails: (step: ChecklistStep) => boolean): readonly ChecklistStep[] {
    return [...new Set(item.after.flatMap((after) => this.#failing(after, fails)))];
  }

  /** All that come before it, at any distance. */
  all(item: ItemSpec): ReadonlySet<ChecklistStep> {
    const known = this.#all.get(item);
    if (known) return known;
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
        [heberge, other].filter((one) => one !== undefined),
        fails,
      );
    const own = mode === "heberge" ? heberge : other;
    return own === undefined ? [] : this.#failing(own, fails);
  }

  /** Those that do not apply settle nothing, unless none does. */
  #failingOf(
    several: readonly ItemPrerequisite[],
    fails: (step: ChecklistStep) => boolean,
  ): readonly ChecklistStep[] {
    const applicable = several.filter((one) => {
      const item = typeof one === "string" ? itemBySlug.get(one) : undefined;
      return !item || this.#stepOf(item).state !== "not-applicable";
    });
    const ways = applicable.length > 0 ? applicable : several;
    const failing = ways.map((one) => this.#failing(one, fails));
    return failing.some((one) => one.length === 0) ? [] : failing.flat();
  }
}

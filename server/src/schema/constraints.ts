import type { Scalar } from "./schema.ts";

/**
 * A contradiction between settings as the schema says it (`x-constraints`; `schemas/README.md` explains the format),
 * at every place of the language where it stands.
 */
export interface ConstraintSpec {
  /** The id of its rule. */
  readonly id: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly readings: readonly ConstraintReading[];
}

/** A constraint at one place: which keys it concerns, and what they have to do with other values. */
export type ConstraintReading = {
  /** Keys from the root to the map that is examined; `*` for any key. */
  readonly subject: readonly string[];
  /** Keys from there to the map that contains the keys concerned. */
  readonly below: readonly string[];
  /** The keys concerned; `*` for an item of a list or any key. */
  readonly keys: readonly string[];
  /** Conditions without which nothing can be said. */
  readonly only: readonly ValueCondition[];
  /** Conditions any of which makes the constraint say nothing. */
  readonly unless: readonly ValueCondition[];
} & ConstraintRelation;

/** What the value of a key has to do with other values. */
export type ConstraintRelation =
  /** It has an effect only where all of these conditions are met. */
  | { readonly relation: "effect-only"; readonly value: EffectCondition | readonly EffectCondition[] }
  /** It is what follows from another value, or one of the values of a list. */
  | { readonly relation: "equals"; readonly value: ComparedValue }
  /** It is not before or below `from`, and not after or above `to`. */
  | {
      readonly relation: "range";
      readonly value: { readonly from?: ComparedValue; readonly to?: ComparedValue };
    }
  /** It has at most so many entries or items; or as many boxes are ticked in it as follow from another value. */
  | {
      readonly relation: "count";
      readonly value: { readonly max: number } | { readonly equals: ComparedValue };
    }
  /** It does not work unless another value is written, at all or if it is one of `is`. */
  | {
      readonly relation: "needs";
      readonly value: { readonly is?: readonly Scalar[]; readonly path: ValuePath };
    }
  /** The thing that it names has one of the values of `is`, none of `not`, at a path. */
  | { readonly relation: "names"; readonly value: WantedSort }
  /** A name that stands for all things of a kind with this name at a key stands for one at least. */
  | { readonly relation: "selects"; readonly value: { readonly kind: string; readonly by: string } };

/** What the thing that a value names has to be like. */
export interface WantedSort {
  readonly path: ValuePath;
  readonly is?: readonly Scalar[];
  readonly not?: readonly Scalar[];
}

/** Where a value is. */
export interface ValuePath {
  /** Whether the keys are counted from the root; otherwise from the map that contains the keys concerned. */
  readonly root: boolean;
  /** The number of maps to go up first. */
  readonly up: number;
  readonly keys: readonly string[];
}

/** A condition, or several of which one is enough. */
export type EffectCondition = ValueCondition | { readonly any: readonly ValueCondition[] };

/** A condition on another value: it is one of `is`, none of `not`; or whether it is written at all. */
export interface ValueCondition {
  readonly path: ValuePath;
  /** The value is in the thing that the value at this path names. */
  readonly via?: ValuePath;
  readonly is?: readonly Scalar[];
  readonly not?: readonly Scalar[];
  readonly written?: boolean;
}

/** Another value, and what is made of it and of one's own before they are compared. */
export interface ComparedValue {
  readonly path: ValuePath;
  /** The value is in the thing that the value at this path names. */
  readonly via?: ValuePath;
  /** What follows from the other value: see `derived-values.ts`. */
  readonly as?: string;
  /** The part of one's own value that is compared: see `derived-values.ts`. */
  readonly part?: string;
}

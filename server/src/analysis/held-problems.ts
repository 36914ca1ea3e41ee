import { MAX_HELD, type Problem } from "../syntax/problem.ts";

/** Something that is held, and how many of the same rule in the same file follow that are not. */
interface Counted {
  readonly more?: number;
}

interface Group {
  /** The number of problems, held or not. */
  count: number;
  held: number;
  /** The index of the last that is held. */
  last: number;
}

/** Collects problems, of each rule in each file no more than `MAX_HELD`. */
export class HeldProblems<T extends Counted> {
  readonly #held: T[] = [];
  readonly #groups = new Map<string, Group>();

  /** How many more problems of a rule are held in a file. */
  room(rule: string, uri: string): number {
    return Math.max(0, MAX_HELD - (this.#groups.get(keyOf(rule, uri))?.count ?? 0));
  }

  /** Adds the first of `count` problems. Those that there is no room for, or that were not made, are counted only. */
  add(rule: string, uri: string, first: readonly T[], count = first.length): void {
    const key = keyOf(rule, uri);
    const group = this.#groups.get(key) ?? { count: 0, held: 0, last: -1 };
    this.#groups.set(key, group);
    const held = first.slice(0, Math.max(0, MAX_HELD - group.count));
    for (const one of held) group.last = this.#held.push(one) - 1;
    group.held += held.length;
    group.count += count;
  }

  /** What is held, in the order in which it was added; the last of a rule in a file says how many more there are. */
  all(): readonly T[] {
    const all = [...this.#held];
    for (const { count, held, last } of this.#groups.values()) {
      const one = all[last];
      if (one && count > held) all[last] = { ...one, more: count - held + (one.more ?? 0) };
    }
    return all;
  }
}

function keyOf(rule: string, uri: string): string {
  return `${rule}\0${uri}`;
}

/** The problems that are held, in their order; the last of a rule in a file says how many more there are. */
export function heldProblems<P extends Problem>(problems: readonly P[]): readonly P[] {
  if (problems.length <= MAX_HELD) return problems;
  const held = new HeldProblems<P>();
  for (const one of problems) held.add(one.id, one.at.block.uri, [one]);
  return held.all();
}

/** How many problems these are, with those that are not held. */
export function countOf(problems: readonly Counted[]): number {
  return problems.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
}

/** Pseudo-random choices, which are the same for the same seed. */
export interface Dice {
  /** A number from 0, below `ways`. */
  readonly of: (ways: number) => number;
  /** True in so many per cent of the cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

/** Choices that follow from a seed alone. */
export function dice(seed: number): Dice {
  let state = seed | 0;
  const of = (ways: number) => {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) % ways;
  };
  const pick = <T>(list: readonly T[]) => list[of(list.length)] as T;
  const shuffled = <T>(list: readonly T[]) => {
    const rest = [...list];
    return list.flatMap(() => rest.splice(of(rest.length), 1));
  };
  return { of, chance: (percent) => of(100) < percent, pick, shuffled };
}

/** Choices for one place, which do not depend on those for others. */
export function diceAt(seed: number, place: string): Dice {
  let hash = seed | 0;
  for (const sign of place) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return dice(mixed(hash));
}

function mixed(state: number): number {
  let hash = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

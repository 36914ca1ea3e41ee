/** Something that is stored or sent, in bytes: what it weighs, and what it may weigh. */
export interface Weighed {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** What weighs more than it may, in words. */
export function overBudget(all: readonly Weighed[]): readonly string[] {
  return all
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) =>
        `${name}: ${kilobytes(bytes)} are more than its budget of ${kilobytes(budget)}`,
    );
}

/** A weight as people read it. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

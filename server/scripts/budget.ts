/** Something that is stored or sent, with its size and the largest allowed size, in bytes. */
export interface SizedItem {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
}

/** Descriptions of what is larger than allowed. */
export function overBudget(all: readonly SizedItem[]): readonly string[] {
  return all
    .filter(({ bytes, budget }) => bytes > budget)
    .map(
      ({ name, bytes, budget }) =>
        `${name}: ${kilobytes(bytes)} are more than its budget of ${kilobytes(budget)}`,
    );
}

/** A size for readers, in kilobytes. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

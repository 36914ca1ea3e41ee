/** As many milliseconds of work are done in one turn. */
const SLICE = 10;

/** Waits for a turn of its own: what is due by then comes first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/** Waits until what has arrived by now is handled: a message is read in one turn, decoded in the next, then handled. */
export async function arrived(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await turn();
}

/** Waits for some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Does work in slices. It yields in front of each piece; between two slices `goesOn` may wait, and says whether there is
 * any use in the rest. Gives what the work gives, or nothing where it was given up.
 */
export async function sliced<T>(
  work: Generator<void, T>,
  goesOn: () => Promise<boolean>,
): Promise<T | undefined> {
  let begin = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - begin < SLICE) continue;
    if (!(await goesOn())) return undefined;
    begin = performance.now();
  }
}

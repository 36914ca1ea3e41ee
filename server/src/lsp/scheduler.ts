/** How long work may run before other messages get a turn, in milliseconds. */
const SLICE = 10;

/** Resolves in a later turn of the event loop, after what is due by then. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/**
 * Resolves after all messages that have arrived are handled: one is read in a turn, decoded in the next, then handled.
 */
export async function arrived(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await turn();
}

/** Resolves after this time. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * Runs work in slices of a few milliseconds. The work yields before each step; between two slices `shouldContinue` may
 * wait, and decides whether the rest is run. Resolves to the result of the work, or to `undefined` if it was cancelled.
 */
export async function sliced<T>(
  work: Generator<void, T>,
  shouldContinue: () => Promise<boolean>,
): Promise<T | undefined> {
  let sliceStart = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - sliceStart < SLICE) continue;
    if (!(await shouldContinue())) return undefined;
    sliceStart = performance.now();
  }
}

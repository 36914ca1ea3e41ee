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

/** Resolves when some work has ended, however it ends, or after this time. Nothing is left waiting then. */
export function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const ended = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(ended, ended);
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

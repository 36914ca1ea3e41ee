import { expect } from "vitest";

const SMALLEST = 500;
const LARGEST = 128_000;
/** Less time than this says nothing. Milliseconds. */
const MEASURABLE = 20;
/** So many runs are enough for a mean. */
const MOST_RUNS = 1000;
/** How much longer 64 times as much may take: linear work takes 64 times, quadratic work 4096 times as long. */
const MOST = 512;

/**
 * Fails where the time that `work` takes grows faster than the size of its input. Sizes grow fourfold, and each time is held
 * to that of a sixty-fourth of the size: how fast the machine is makes no difference, and there is room for a machine that
 * does other things as well. `smallest` is the first size that is judged: larger for work with a limit that small inputs do
 * not reach. Where steps can be counted, count them instead.
 */
export function expectLinear<T>(
  prepare: (size: number) => T,
  work: (input: T) => unknown,
  smallest = SMALLEST,
): void {
  const times = [smallest / 64, smallest / 16, smallest / 4].map((size) => timeOf(prepare(size), work));
  for (let size = smallest; size <= LARGEST; size *= 4) {
    const input = prepare(size);
    const before = times.at(-3) ?? 0;
    const isTooLong = (time: number) => time > MEASURABLE && time > MOST * before;
    let time = timeOf(input, work);
    // What disturbs a measurement is gone in the next; what grows too fast is still there.
    for (let again = 0; again < 2 && isTooLong(time); again++) time = Math.min(time, timeOf(input, work));
    if (isTooLong(time)) expect.fail(`64 times as much, ${size}, took ${time / before} times as long`);
    times.push(time);
  }
}

/**
 * Milliseconds of one run, as the mean of so many that together they can be measured: a short run by itself would leave
 * out what is cleaned up behind it, which a long one has to wait for. The shorter of two means.
 */
function timeOf<T>(input: T, work: (input: T) => unknown): number {
  return Math.min(meanOf(input, work), meanOf(input, work));
}

function meanOf<T>(input: T, work: (input: T) => unknown): number {
  const start = performance.now();
  for (let runs = 1; ; runs++) {
    work(input);
    const time = performance.now() - start;
    if (time > MEASURABLE || runs === MOST_RUNS) return time / runs;
  }
}

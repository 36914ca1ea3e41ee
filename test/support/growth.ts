import { expect } from "vitest";

const SMALLEST = 500;
const LARGEST = 128_000;
/** Shorter times, in milliseconds, are not measured exactly enough: some systems count in steps of 16 ms. */
const MEASURABLE = 20;
/** Shorter times, in milliseconds, are accepted however they grew: work with an upper limit may reach it first. */
const ACCEPTABLE = 20;
/** The maximum factor for 64 times the size: it is 64 for linear time and 4096 for quadratic time. */
const MAX_FACTOR = 512;

/**
 * Fails if the time that `work` takes grows faster than linearly. Sizes grow fourfold, and each time is compared with
 * that for a sixty-fourth of the size, so that the speed of the machine does not matter. The time is that of the
 * processor, so that other work of the machine does not matter either. Where steps can be counted, count them instead.
 */
export function expectLinear<T>(prepare: (size: number) => T, work: (input: T) => unknown): void {
  const times = [SMALLEST / 64, SMALLEST / 16, SMALLEST / 4].map((size) => timeOf(prepare(size), work));
  for (let size = SMALLEST; size <= LARGEST; size *= 4) {
    const input = prepare(size);
    const before = times.at(-3) ?? 0;
    const isTooLong = (time: number) => time > ACCEPTABLE && time > MAX_FACTOR * before;
    let time = timeOf(input, work);
    // A disturbance is over when the time is measured again; growth that is too fast is still there.
    for (let attempt = 0; attempt < 2 && isTooLong(time); attempt++)
      time = Math.min(time, timeOf(input, work));
    if (isTooLong(time)) expect.fail(`64 times as much, ${size}, took ${time / before} times as long`);
    times.push(time);
  }
}

/** The processor time of `work`, in milliseconds; fast work is repeated until its time can be measured. */
function timeOf<T>(input: T, work: (input: T) => unknown): number {
  const start = process.cpuUsage();
  for (let runs = 1; ; runs++) {
    work(input);
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= MEASURABLE) return spent / runs;
  }
}

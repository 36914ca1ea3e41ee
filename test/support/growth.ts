import { expect } from "vitest";

const SMALLEST = 500;
const LARGEST = 128_000;
/** Less time than this says nothing: some systems count in steps of sixteen milliseconds. */
const MEASURABLE = 20;
/** Less time than this nobody notices, however it grew: effort that has a limit may reach it first. Milliseconds. */
const NOTICED = 20;
/** How much longer 64 times as much may take: linear work takes 64 times, quadratic work 4096 times as long. */
const MOST = 512;

/**
 * Fails where the time that `work` takes grows faster than the size of its input. Sizes grow fourfold, and each time is held
 * to that of a sixty-fourth of the size: how fast the machine is makes no difference. What counts is the time of the
 * processor, not of the clock: a machine that does other things as well makes none either. Where steps can be counted,
 * count them instead.
 */
export function expectLinear<T>(prepare: (size: number) => T, work: (input: T) => unknown): void {
  const times = [SMALLEST / 64, SMALLEST / 16, SMALLEST / 4].map((size) => timeOf(prepare(size), work));
  for (let size = SMALLEST; size <= LARGEST; size *= 4) {
    const input = prepare(size);
    const before = times.at(-3) ?? 0;
    const isTooLong = (time: number) => time > NOTICED && time > MOST * before;
    let time = timeOf(input, work);
    // What disturbs a measurement is gone in the next; what grows too fast is still there.
    for (let again = 0; again < 2 && isTooLong(time); again++) time = Math.min(time, timeOf(input, work));
    if (isTooLong(time)) expect.fail(`64 times as much, ${size}, took ${time / before} times as long`);
    times.push(time);
  }
}

/** What work takes of a processor, in milliseconds; what takes little is done again and again until that can be measured. */
function timeOf<T>(input: T, work: (input: T) => unknown): number {
  const start = process.cpuUsage();
  for (let runs = 1; ; runs++) {
    work(input);
    const { user, system } = process.cpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= MEASURABLE) return spent / runs;
  }
}

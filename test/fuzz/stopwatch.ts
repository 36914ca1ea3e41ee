/** Measures what several things take of the processor, in milliseconds: on a busy machine, a clock would tell of others. */
export class Stopwatch {
  longest = 0;

  time(run: () => void): void {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    this.longest = Math.max(this.longest, (user + system) / 1000);
  }
}

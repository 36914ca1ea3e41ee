/** Measures the longest of several runs, in milliseconds. */
export class Stopwatch {
  longest = 0;

  time(run: () => void): void {
    const start = performance.now();
    run();
    this.longest = Math.max(this.longest, performance.now() - start);
  }
}

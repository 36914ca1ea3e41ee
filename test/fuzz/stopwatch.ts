/** How long the longest of several things took, in milliseconds. */
export class Stopwatch {
  longest = 0;

  time(run: () => void): void {
    const begun = performance.now();
    run();
    this.longest = Math.max(this.longest, performance.now() - begun);
  }
}

/** How a `WorkQueue` does its work. */
interface Work<T> {
  /** A list on which nothing stands. */
  readonly none: () => T;
  /** Does what stands on a list. After each wait it asks `isCurrent`: if that is false, it ends and writes nothing. */
  readonly run: (list: T, isCurrent: () => boolean) => Promise<void>;
  /** Called if `run` rejects; the work on that list has ended then. */
  readonly failed: (error: unknown) => void;
}

/**
 * Work that must not overlap. What is asked for goes on a list; one list is worked on at a time, and what is asked for
 * meanwhile is gathered on the next. Nothing is lost by giving up: it stays on the next list. No error leaves it.
 */
export class WorkQueue<T> {
  readonly #work: Work<T>;
  /** The additions to the lists: of the one that is worked on, and of the next. */
  #running: ((list: T) => void)[] = [];
  #next: ((list: T) => void)[] = [];
  #isRunning = false;
  #isCurrent = true;
  readonly #waiting: { readonly isDone: () => boolean; readonly resolve: () => void }[] = [];
  #asked = 0;
  #done = 0;

  constructor(work: Work<T>) {
    this.#work = work;
  }

  /** Adds to the next list, and begins to work if nothing runs. Adding twice must be the same as adding once. */
  ask(add: (list: T) => void): void {
    this.#next.push(add);
    this.#asked++;
    if (!this.#isRunning) void this.#run();
  }

  /** Makes the work that runs end; it is done again, together with what is asked for next. */
  giveUp(): void {
    this.#isCurrent = false;
  }

  /** Resolves when all is done, or has failed, that was asked for until now. Never rejects. */
  settled(): Promise<void> {
    const asked = this.#asked;
    const isDone = () => this.#done >= asked;
    return isDone()
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.#waiting.push({ isDone, resolve });
        });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#next.length > 0) {
      const asked = this.#asked;
      this.#running = this.#next.splice(0);
      this.#isCurrent = true;
      const list = this.#work.none();
      for (const add of this.#running) add(list);
      try {
        await this.#work.run(list, () => this.#isCurrent);
      } catch (error) {
        this.#work.failed(error);
      }
      if (this.#isCurrent) this.#finish(asked);
      else this.#next.unshift(...this.#running);
    }
    this.#isRunning = false;
  }

  #finish(done: number): void {
    this.#done = done;
    for (const one of this.#waiting.splice(0)) {
      if (one.isDone()) one.resolve();
      else this.#waiting.push(one);
    }
  }
}

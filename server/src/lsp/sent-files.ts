/** How long a client that still reads files may send nothing, in milliseconds. */
const SILENCE = 60_000;

/**
 * Whether the client has sent all files that only it can read. Nobody waits for a client that does not announce that it
 * tells so, and for none that falls silent.
 */
export class SentFiles {
  readonly #ended: () => void;
  readonly #silence: number;
  #state: "reading" | "complete" | "silent";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting: (() => void)[] = [];

  /** `isAnnounced`: the client tells when it has sent all. `ended` is called when it has, or falls silent. */
  constructor(isAnnounced: boolean, ended: () => void, silence = SILENCE) {
    this.#ended = ended;
    this.#silence = silence;
    this.#state = isAnnounced ? "reading" : "complete";
    if (isAnnounced) this.#waitOn();
  }

  /** Whether more is awaited. */
  get isReading(): boolean {
    return this.#state === "reading";
  }

  /** Whether the client fell silent before it had sent all. */
  get isIncomplete(): boolean {
    return this.#state === "silent";
  }

  /** To be called when the client sent files. `isReading`: whether it reads more; `undefined` if it does not tell. */
  took(isReading: boolean | undefined): void {
    if (isReading === false) this.#end("complete");
    else if (isReading || this.isReading) this.#waitOn();
  }

  /** Resolves when the client has sent all that it reads, or falls silent. */
  settled(): Promise<void> {
    return this.isReading ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  #waitOn(): void {
    this.#state = "reading";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end("silent"), this.#silence);
    // In Node, it does not keep the process alive.
    if (typeof this.#timer === "object") this.#timer.unref();
  }

  #end(state: "complete" | "silent"): void {
    clearTimeout(this.#timer);
    const wasReading = this.isReading;
    this.#state = state;
    for (const resolve of this.#waiting.splice(0)) resolve();
    if (wasReading) this.#ended();
  }
}

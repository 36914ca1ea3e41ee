import { CHECKED, STATUS, type StatusParams } from "../features/status-protocol.ts";

/** At least so long lies between two figures, in milliseconds: one that flickers tells nobody anything. */
const QUIET = 1000;

/**
 * Sends what a status item shows: how much was checked and found, when that is another; how long the last check took, the
 * first figure at once, later ones at most once a second, the last one always.
 */
export class StatusSender {
  readonly #send: (method: string, params: object) => void;
  #counts = "";
  /** The time of the last check, and the one that was sent last, in whole milliseconds. */
  #last = 0;
  #sent = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(send: (method: string, params: object) => void) {
    this.#send = send;
  }

  /** To be called with the counts after each check. */
  counted(counts: StatusParams): void {
    const text = JSON.stringify(counts);
    if (text === this.#counts) return;
    this.#counts = text;
    this.#send(STATUS, counts);
  }

  /** To be called with the time from a change until all findings are sent, in milliseconds. */
  took(milliseconds: number): void {
    this.#last = Math.max(1, Math.round(milliseconds));
    if (this.#timer === undefined) this.#sendTime();
  }

  /** To be called when the client ends the session: no time is sent any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #sendTime(): void {
    this.#timer = undefined;
    if (this.#last === this.#sent) return;
    this.#sent = this.#last;
    this.#send(CHECKED, { milliseconds: this.#sent });
    this.#timer = setTimeout(() => this.#sendTime(), QUIET);
  }
}

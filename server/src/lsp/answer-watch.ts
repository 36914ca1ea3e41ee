import type { Workspace } from "../model/workspace.ts";
import { type RequestOptions, worked } from "./withdrawal.ts";

/** A request whose answers the client shows, and how it is told that one of them is another. */
interface WatchedRequest<P, R> {
  /** The answer about a workspace, never `undefined`. It yields between its parts. */
  readonly answer: (workspace: Workspace, params: P) => Generator<void, R>;
  readonly changed: (params: P) => void;
  /** Of how many different parameters answers are watched: those that were asked for last. */
  readonly most: number;
}

/** Rounds of checking: at the end of each, answers are compared. */
export interface Rounds {
  /** The workspace as it is now. */
  readonly workspace: () => Workspace;
  /** Another number after each change of what answers are made from. */
  readonly revision: () => number;
  /** Starts another round. */
  readonly again: () => void;
}

interface Received<P> {
  readonly params: P;
  /** The answer as JSON. */
  readonly text: string;
}

/** Answers to a request, and whether they are others than those that the client received. */
export class AnswerWatch<P, R> {
  readonly #request: WatchedRequest<P, R>;
  readonly #rounds: Rounds;
  /** What the client received last, by parameters as JSON, until it was told that it is another. */
  readonly #received = new Map<string, Received<P>>();

  constructor(request: WatchedRequest<P, R>, rounds: Rounds) {
    this.#request = request;
    this.#rounds = rounds;
  }

  /**
   * The answer about the current workspace. From then on, `changed` is called when it is another, once. Rejects with a
   * `Withdrawal` if the client cancels.
   */
  async answer(params: P, options: RequestOptions): Promise<R> {
    const { workspace, revision, again } = this.#rounds;
    const before = revision();
    const answer = await worked(this.#request.answer(workspace(), params), options);
    const key = JSON.stringify(params);
    this.#received.delete(key);
    this.#received.set(key, { params, text: JSON.stringify(answer) });
    const [oldest] = this.#received.keys();
    if (this.#received.size > this.#request.most && oldest !== undefined) this.#received.delete(oldest);
    // The round of a later change may have ended meanwhile: it compared with what the client had before this.
    if (revision() !== before) again();
    return answer;
  }

  /** Compares what the client received with the answers about a workspace. Yields between the parts of each. */
  *compare(workspace: Workspace): Generator<void, true> {
    for (const [key, { params }] of [...this.#received]) {
      yield;
      const answer = yield* this.#request.answer(workspace, params);
      // The client may have received another one meanwhile.
      const received = this.#received.get(key);
      if (!received || JSON.stringify(answer) === received.text) continue;
      this.#received.delete(key);
      this.#request.changed(params);
    }
    return true;
  }
}

import type { CancellationToken, WorkDoneProgressReporter } from "vscode-languageserver";
import { arrived, sliced } from "./scheduler.ts";

/** What the connection passes to a handler beside the parameters. */
export interface RequestOptions {
  readonly token?: CancellationToken | undefined;
  /** Where the client asked for it: shows that the answer takes time. */
  readonly progress?: WorkDoneProgressReporter | undefined;
}

/** Why a request is not answered: the client cancelled it, or changed the text that it is about. */
export class Withdrawal extends Error {
  readonly reason: "cancelled" | "modified";

  constructor(reason: "cancelled" | "modified") {
    super(reason);
    this.reason = reason;
  }
}

/** The result of work for a request, which is done in slices. Rejects with a `Withdrawal` if the client cancels it. */
export async function worked<T>(work: Generator<void, T>, { token }: RequestOptions): Promise<T> {
  const isWanted = () => token?.isCancellationRequested !== true;
  const result = await sliced(work, () => arrived().then(isWanted));
  if (result === undefined) throw new Withdrawal("cancelled");
  return result;
}

import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";

/** Of how many documents the last answer is kept. Of others, all tokens are sent again. */
const MAX_DOCUMENTS = 16;

interface KnownTokens {
  readonly resultId: string;
  readonly data: Uint32Array;
}

/** The semantic tokens that a client was last sent of each document, so that it can be sent what is different. */
export class TokenHistory {
  /** By the client's URI, the document that was asked for last at the end. */
  readonly #known = new Map<string, KnownTokens>();
  #last = 0;

  /** All tokens of a document, with an id by which the next difference can be asked for. */
  whole(uri: string, data: number[]): SemanticTokens {
    return { resultId: this.#keep(uri, data), data };
  }

  /** The difference from the answer with an id; all tokens if that is not the last one of the document. */
  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const known = this.#known.get(uri);
    if (known?.resultId !== previous) return this.whole(uri, data);
    const edit = differenceOf(known.data, data);
    return { resultId: this.#keep(uri, data), edits: edit ? [edit] : [] };
  }

  #keep(uri: string, data: readonly number[]): string {
    const resultId = String(++this.#last);
    this.#known.delete(uri);
    this.#known.set(uri, { resultId, data: Uint32Array.from(data) });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_DOCUMENTS && oldest !== undefined) this.#known.delete(oldest);
    return resultId;
  }
}

/** The one edit that makes the second of the first; `undefined` if they are equal. */
function differenceOf(before: Uint32Array, after: readonly number[]) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return undefined;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    start,
    deleteCount: before.length - start - end,
    data: after.slice(start, after.length - end),
  };
}

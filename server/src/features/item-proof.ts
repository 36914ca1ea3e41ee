/** What a list of PRONOTE shows of a step of the checklist. Only types: the client imports this file. */
export interface ItemProof {
  readonly liste: string;
  /** The day of the list, as YYYY-MM-DD. */
  readonly du: string;
  readonly lues?: number;
  /** Whether nothing differs in what the list can show. */
  readonly agrees: boolean;
  /** Whether it is more than 60 days old. */
  readonly isOld: boolean;
  /** The same in a sentence, in the user's language. */
  readonly why: string;
}

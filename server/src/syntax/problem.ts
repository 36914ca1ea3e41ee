import type { Message } from "../base/message.ts";
import type { Span } from "./tree.ts";

/** What is wrong at one position. Not localized yet. */
export interface Problem {
  /** The id of the rule that reports it. */
  readonly id: string;
  readonly at: Span;
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** Another position that explains a problem. */
export interface Related {
  readonly at: Span;
  readonly message: Message;
}

/**
 * A change that corrects a problem. `sure` keeps the intended meaning; `probable` is a guess; `placeholder` leaves a
 * value to fill in.
 */
export interface Fix {
  readonly title: Message;
  readonly safety: "sure" | "probable" | "placeholder";
  readonly edits: readonly Edit[];
  /** Files that it creates, unless a file of that name exists. */
  readonly creates?: readonly CreatedFile[];
}

/** A file that a fix creates. */
export interface CreatedFile {
  readonly uri: string;
  readonly text: string;
}

/** A replacement of text. An edit with an empty span inserts. */
export interface Edit {
  readonly at: Span;
  readonly newText: string;
}

import type { Message } from "../base/message.ts";
import type { Span } from "./tree.ts";

/**
 * At most so many problems of one rule in one file are held, ten times as many as are shown. The others are counted: they
 * would need a multiple of the memory of their file.
 */
export const MAX_HELD = 10_000;

/** What is wrong at one position. Not localized yet. */
export interface Problem {
  /** The id of the rule that reports it. */
  readonly id: string;
  readonly at: Span;
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** How many problems of the same rule follow in the file that are only counted, as there are too many. */
  readonly more?: number;
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

import type { Message } from "../base/message.ts";
import type { Span } from "./tree.ts";

/** What is wrong at one place, in no language yet. */
export interface Problem {
  /** The id of the rule that says so. */
  readonly id: string;
  readonly at: Span;
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly at: Span;
  readonly message: Message;
}

/** A change that would mend it. `sure` keeps the meaning; `probable` guesses; `placeholder` leaves something to fill in. */
export interface Fix {
  readonly title: Message;
  readonly safety: "sure" | "probable" | "placeholder";
  readonly edits: readonly Edit[];
  /** Files that it writes besides, where there is none of that name. */
  readonly creates?: readonly CreatedFile[];
}

/** A file that a fix writes. */
export interface CreatedFile {
  readonly uri: string;
  readonly text: string;
}

/** One text in the place of another; the span without length inserts. */
export interface Edit {
  readonly at: Span;
  readonly newText: string;
}

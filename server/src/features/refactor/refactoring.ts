import type { Message } from "../../base/message.ts";
import type { SchemaPath } from "../../schema/locate.ts";
import type { NodePathStep } from "../../syntax/navigate.ts";
import type { Position } from "../../syntax/positions.ts";
import type { Context } from "../context.ts";
import type { Draft } from "./draft.ts";

/** What is at the cursor. */
export interface Place {
  readonly position: Position;
  /** The steps from the root of the file to the node at the cursor. */
  readonly steps: readonly NodePathStep[];
  /** Whether the cursor is on the key of the last step. */
  readonly onKey: boolean;
  /** The same path with its schemas, if the schema knows it. */
  readonly path: SchemaPath | undefined;
}

/** Whether the effective value at a path may change. */
export type IsChanged = (path: readonly string[]) => boolean;

/** A refactoring that is possible at a place, or why it is not. */
export interface OfferedRefactoring {
  readonly title: Message;
  /** Why it is refused. */
  readonly refused?: Message;
  /** The paths whose effective values it changes on purpose. Of all others it is verified that nothing changes. */
  readonly changes?: IsChanged;
  /** Makes the change. */
  readonly apply: (draft: Draft) => void;
}

/** A kind of refactoring. What it offers is cheap to find out; the change is made when it is asked for. */
export interface Refactoring {
  readonly id: string;
  /** The kind of code action. */
  readonly kind: "refactor.extract" | "refactor.inline" | "refactor.rewrite" | "refactor.move";
  readonly at: (context: Context, place: Place) => OfferedRefactoring | undefined;
}

/** An offer that is refused. */
export function refused(title: Message, reason: Message): OfferedRefactoring {
  return { title, refused: reason, apply: () => {} };
}

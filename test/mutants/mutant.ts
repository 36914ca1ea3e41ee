/** A range of a source file, as offsets in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One small change of a source file, which a test should notice. */
export interface Mutant extends TextRange {
  /** The path from the root of the repository, with `/`. */
  readonly file: string;
  readonly operator: Operator;
  /** Whether the range is that of an expression, or of a whole statement. */
  readonly kind: "expression" | "statement";
  /** The text that replaces the range. */
  readonly replacement: string;
  /** The line of the change, from 1. */
  readonly line: number;
  /** The code before and after, on one line and shortened: for reports and for `equivalent.yaml`. */
  readonly before: string;
  readonly after: string;
  /** Identifies the mutant; edits elsewhere in the file do not change it. */
  readonly key: string;
}

/** The mutation operators. */
export type Operator =
  | "arithmetic"
  | "array"
  | "assignment"
  | "block"
  | "boolean"
  | "boundary"
  | "condition"
  | "equality"
  | "logic"
  | "method"
  | "number"
  | "object"
  | "optional chain"
  | "regex"
  | "return"
  | "statement"
  | "string"
  | "unary"
  | "update";

/** A proposal of a mutation operator: a text that replaces a node or a part of it. */
export interface Change extends TextRange {
  readonly operator: Operator;
  readonly text: string;
}

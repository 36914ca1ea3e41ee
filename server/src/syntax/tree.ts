/**
 * The tree of a YAML file. Immutable; every position is relative to the block that the node stands in, so that a block
 * whose text did not change keeps its nodes, wherever edits above it move it.
 */

/** A stretch of text in a block: lines and UTF-16 columns, from 0, the end exclusive. */
export interface Span {
  readonly block: Block;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

export interface MapNode extends Span {
  readonly kind: "map";
  readonly pairs: readonly Pair[];
  readonly flow: boolean;
  readonly anchor?: string;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly flow: boolean;
  readonly anchor?: string;
}

export interface ScalarNode extends Span {
  readonly kind: "scalar";
  /** The source text of a plain scalar, the decoded content of the others. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  readonly anchor?: string;
}

/** Whether a place is that of a scalar. */
export function isScalarNode(span: Span): span is ScalarNode {
  return "kind" in span && span.kind === "scalar";
}

export interface AliasNode extends Span {
  readonly kind: "alias";
  readonly name: string;
}

/** A value that is not there: `key:` with nothing behind it. Stands, without length, where it would begin. */
export interface AbsentNode extends Span {
  readonly kind: "absent";
  readonly anchor?: string;
}

export type Node = MapNode | ListNode | ScalarNode | AliasNode | AbsentNode;

/** One entry of a map, from its key to the end of its value. */
export interface Pair extends Span {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** What is wrong with the YAML of a block; `code` is `yaml`'s, or ours. Its words are in `slips.ts`. */
export interface SyntaxFault extends Span {
  readonly code: string;
  /** Of what is misplaced: the column at which it should begin. */
  readonly column?: number;
}

/**
 * A piece of a file: its text, and what stands in it. A *leaf* has a text of its own. A *container* is an entry whose
 * map is long: its text is that of its children, of which the first is its head (the key's line and comments).
 */
export interface Block {
  readonly uri: string;
  /** The text of a leaf, line ends included; empty for a container. */
  readonly text: string;
  /** Line breaks in it. */
  readonly lines: number;
  /** UTF-16 code units in it. */
  readonly length: number;
  /** The column at which the keys of this level stand. */
  readonly indent: number;
  readonly children?: readonly Block[];
  readonly pairs: readonly Pair[];
  /** What stands in a file that is no map: a list, a scalar. */
  readonly other?: Node;
  readonly faults: readonly SyntaxFault[];
  /** Anchored nodes in it and below, in the order of the text. */
  readonly anchors: readonly Node[];
  /** Whether something in it or below names an anchor. */
  readonly aliases: boolean;
}

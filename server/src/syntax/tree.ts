/**
 * The tree of a YAML file. Immutable. Positions are relative to the block of a node: a block whose text did not change
 * keeps its nodes when edits above it move it.
 */

/** A range in a block: lines and UTF-16 columns, from 0, the end exclusive. */
export interface Span {
  readonly block: Block;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

/** A mapping in block or flow style. */
export interface MapNode extends Span {
  readonly kind: "map";
  readonly pairs: readonly Pair[];
  readonly flow: boolean;
  readonly anchor?: string;
}

/** A sequence in block or flow style. */
export interface ListNode extends Span {
  readonly kind: "list";
  readonly items: readonly Node[];
  readonly flow: boolean;
  readonly anchor?: string;
}

/** A scalar of any style. */
export interface ScalarNode extends Span {
  readonly kind: "scalar";
  /** The source text of a plain scalar, the decoded content of the others. */
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  readonly anchor?: string;
}

/** Whether a span is a scalar node. */
export function isScalarNode(span: Span): span is ScalarNode {
  return "kind" in span && span.kind === "scalar";
}

/** A reference (`*name`) to an anchored node. */
export interface AliasNode extends Span {
  readonly kind: "alias";
  readonly name: string;
}

/** A missing value: `key:` with nothing after it. Its span is empty, at the position where a value would begin. */
export interface AbsentNode extends Span {
  readonly kind: "absent";
  readonly anchor?: string;
}

/** A value in the tree. */
export type Node = MapNode | ListNode | ScalarNode | AliasNode | AbsentNode;

/** One entry of a map, from its key to the end of its value. */
export interface Pair extends Span {
  readonly key: ScalarNode;
  readonly value: Node;
}

/** A syntax error in a block. `code` is one of `yaml`'s or our own; `syntax-messages.ts` has their messages. */
export interface SyntaxFault extends Span {
  readonly code: string;
  /** For misplaced entries: the column at which they should begin. */
  readonly column?: number;
}

/**
 * A segment of a file: its text and its nodes. A *leaf* has its own text. A *container* is an entry whose map is long:
 * its text is the text of its children, and its first child is its *head* (the line of the key, with the comments below
 * it).
 */
export interface Block {
  readonly uri: string;
  /** The text of a leaf, line ends included; empty for a container. */
  readonly text: string;
  /** The number of line breaks. */
  readonly lines: number;
  /** The length in UTF-16 code units. */
  readonly length: number;
  /** The column of the keys at this level. */
  readonly indent: number;
  readonly children?: readonly Block[];
  readonly pairs: readonly Pair[];
  /** The content of a block that is not a map: a list or a scalar. */
  readonly other?: Node;
  readonly faults: readonly SyntaxFault[];
  /** The anchored nodes of the block and its descendants, in document order. */
  readonly anchors: readonly Node[];
  /** Whether the block or a descendant contains an alias. */
  readonly aliases: boolean;
}

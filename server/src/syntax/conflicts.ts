import { memo } from "../base/memo.ts";
import { message } from "../base/message.ts";
import { anyLeaf, leavesOf } from "./blocks.ts";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { lastLineLength } from "./line-kinds.ts";
import type { Edit, Fix, Problem } from "./problem.ts";
import type { Block, Span } from "./tree.ts";

/** A line that git writes to separate the versions of a conflict. */
interface ConflictMarker {
  readonly kind: "<" | "|" | "=" | ">";
  readonly block: Block;
  readonly line: number;
  /** The text of the line, without the line break. */
  readonly text: string;
}

/** The markers of a conflict. `base` separates the version that both sides have changed, if git wrote it. */
interface Conflict {
  readonly first: ConflictMarker;
  readonly base: ConflictMarker | undefined;
  readonly middle: ConflictMarker;
  readonly last: ConflictMarker;
}

/** The conflict markers of a leaf. */
const markersIn = memo((block: Block): readonly ConflictMarker[] => {
  if (!/^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r\n]|$)/m.test(block.text)) return [];
  return block.text.split("\n").flatMap((text, line) => {
    const [, kind] = /^([<|=>])\1{6}(?=[ \r]|$)/.exec(text) ?? [];
    return kind ? [{ kind: kind as ConflictMarker["kind"], block, line, text: text.replace(/\r$/, "") }] : [];
  });
});

const hasMarkers = anyLeaf((leaf) => markersIn(leaf).length > 0);

/** The unresolved git conflicts of a file: one problem for each, and one for all lines that are left of others. */
export const conflictsIn = memo((root: Block): readonly Problem[] => {
  if (!hasMarkers(root)) return [];
  const leaves = leavesOf(root);
  const markers = leaves.flatMap(markersIn);
  const conflicts = [...conflictsAmong(markers)];
  const inConflict = new Set(
    conflicts.flatMap(({ first, base, middle, last }) => [first, base, middle, last]),
  );
  const left = markers.filter((marker) => !inConflict.has(marker));
  return [
    ...conflicts.map((conflict) => conflictProblem(leaves, conflict)),
    ...leftoverProblem(leaves, left),
  ];
});

function* conflictsAmong(markers: readonly ConflictMarker[]): Iterable<Conflict> {
  let open: ConflictMarker[] = [];
  for (const marker of markers) {
    if (marker.kind === "<") open = [];
    open.push(marker);
    const [first] = open;
    if (marker.kind !== ">" || first?.kind !== "<") continue;
    const base = open.find(({ kind }) => kind === "|");
    const middle = open.find(({ kind }) => kind === "=");
    if (middle) yield { first, base, middle, last: marker };
    open = [];
  }
}

function conflictProblem(leaves: readonly Block[], { first, base, middle, last }: Conflict): Problem {
  const upper = base ?? middle;
  const without = (...removed: readonly (readonly [ConflictMarker, ConflictMarker])[]) =>
    removed.flatMap(([from, to]) => removedLines(leaves, from, to));
  const both = areJoinable(textBetween(leaves, first, upper), textBetween(leaves, middle, last));
  return {
    id: "yaml-syntax",
    at: lineSpan(first),
    message: message(
      "Two versions of this text stand here, as git leaves them when it cannot merge. Keep one.",
    ),
    related: [{ at: lineSpan(last), message: message("The other version ends here.") }],
    fixes: [
      ...(both
        ? [keep(message("Keep both versions"), without([first, first], [upper, middle], [last, last]))]
        : []),
      keep(message("Keep the first version"), without([first, first], [upper, last])),
      keep(message("Keep the second version"), without([first, middle], [last, last])),
    ],
  };
}

/** One problem for the markers that belong to no conflict, since other markers of it were removed. */
function leftoverProblem(leaves: readonly Block[], markers: readonly ConflictMarker[]): readonly Problem[] {
  const [first, ...others] = markers;
  if (!first) return [];
  return [
    {
      id: "yaml-syntax",
      at: lineSpan(first),
      message: message(
        "Git left this line when it could not merge two versions; its other marks are gone. Check what stands around it, then remove it.",
      ),
      related: others.map((marker) => ({ at: lineSpan(marker), message: message("This line, too.") })),
      fixes: [
        keep(
          message("Remove what git left"),
          markers.flatMap((marker) => removedLines(leaves, marker, marker)),
        ),
      ],
    },
  ];
}

/** Whether two versions are entries with different keys, so that both can stay. */
function areJoinable(one: string, other: string): boolean {
  const indent = Math.min(indentOf(one), indentOf(other));
  const keys = keysAt(one, indent);
  const others = keysAt(other, indent);
  if (!keys || !others || keys.size === 0 || others.size === 0) return false;
  return [...others].every((key) => !keys.has(key));
}

/** The smallest indentation of a line with content. */
function indentOf(text: string): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const [, indent = ""] of text.matchAll(CONTENT_LINE)) smallest = Math.min(smallest, indent.length);
  return smallest;
}

/** The keys at an indentation; `undefined` if something else stands there. */
function keysAt(text: string, indent: number): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const { 1: before = "", index } of text.matchAll(CONTENT_LINE)) {
    if (before.length > indent) continue;
    const key = implicitKeyAt(text, index + indent);
    if (!key) return undefined;
    keys.add(textOfKey(text, key));
  }
  return keys;
}

const CONTENT_LINE = /^( *)(?=[^\s#])/gm;

function keep(title: Fix["title"], edits: readonly Edit[]): Fix {
  return { title, safety: "probable", edits };
}

function lineSpan({ block, line, text }: ConflictMarker): Span {
  return { block, line, col: 0, endLine: line, endCol: text.length };
}

/** The text between the lines of two markers. */
function textBetween(leaves: readonly Block[], from: ConflictMarker, to: ConflictMarker): string {
  return leaves
    .slice(leaves.indexOf(from.block), leaves.indexOf(to.block) + 1)
    .map((block) => {
      const lines = block.text.split("\n");
      const end = block === to.block ? to.line : lines.length;
      return lines.slice(block === from.block ? from.line + 1 : 0, end).join("\n");
    })
    .join("\n");
}

/** Edits that remove the lines from one marker to another, both included, in each leaf between them. */
function removedLines(leaves: readonly Block[], from: ConflictMarker, to: ConflictMarker): readonly Edit[] {
  const begin = leaves.indexOf(from.block);
  const end = leaves.indexOf(to.block);
  return leaves.slice(begin, end + 1).map((block) => {
    const line = block === from.block ? from.line : 0;
    const endLine = block === to.block ? to.line + 1 : block.lines;
    const isPastEnd = endLine > block.lines;
    const at = isPastEnd
      ? { block, line, col: 0, endLine: block.lines, endCol: lastLineLength(block.text) }
      : { block, line, col: 0, endLine, endCol: 0 };
    return { at, newText: "" };
  });
}

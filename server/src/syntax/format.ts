import { anyLeaf, isTail, leavesWith } from "./blocks.ts";
import { editFile, type File, fileLines } from "./file.ts";
import { indentationChanges } from "./format-indentation.ts";
import { type SpaceChange, spacingIn } from "./format-spacing.ts";
import { isIndentedBy } from "./indentation-step.ts";
import { splitLines } from "./line-breaks.ts";
import { lineEndIn } from "./line-ends.ts";
import { lastLineLength } from "./line-kinds.ts";
import { lineIn } from "./lines.ts";
import { comparePositions, lastLineInBlock } from "./positions.ts";
import { sameContent } from "./same-content.ts";
import { lineAt } from "./surroundings.ts";
import type { TextEdit } from "./text-edits.ts";
import type { Block, Node } from "./tree.ts";

/** How a file is formatted. */
export interface FormatOptions {
  /** How many columns a map is deeper than the one around it. */
  readonly step: number;
  /** Whether a line is left as it is: it is private, or outside of the range that is formatted. */
  readonly isKept?: (line: number) => boolean;
  /** White space at the ends of lines stays. */
  readonly keepsLineEnds?: boolean;
  /** No line end is added at the end of the file. */
  readonly keepsLastLine?: boolean;
  /** Blank lines at the end of the file stay. */
  readonly keepsBlankEnd?: boolean;
}

/**
 * The edits that format a file: spaces around `:` and `,`, indentation, white space at the ends of lines, blank lines at
 * the end. Each replaces white space only. They change no value and no comment, which is verified; what has syntax errors,
 * and what follows the first document, stays as it is. Formatting the result again gives no edits.
 */
export function formatEdits(file: File, options: FormatOptions): readonly TextEdit[] {
  if (file.unreadable) return [];
  const { step, isKept = () => false, keepsLineEnds = false } = options;
  const { root } = file;
  const broken = brokenLines(root);
  const keeps = (line: number) => broken.has(line) || isKept(line);
  const end = endEdits(file, keeps, options);
  const last = end?.last ?? root.lines + 1;
  const isTrimmed = ({ line, to, newText }: SpaceChange) =>
    newText === "" && to === lineAt(file, line).length;
  const within = editsOf(
    spacingOf(root).filter(
      (change) => change.line <= last && !keeps(change.line) && !(keepsLineEnds && isTrimmed(change)),
    ),
  );
  const indentation = isIndentedBy(root, step)
    ? []
    : editsOf(indentationChanges(root, fileLines(file), { step, isKept: keeps }));
  const spacing = [...within, ...(end?.edits ?? [])];
  const candidates = indentation.length > 0 ? [[...indentation, ...spacing], spacing] : [spacing];
  return candidates.find((edits) => isHarmless(file, edits)) ?? [];
}

function isHarmless(file: File, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  const inOrder = edits.toSorted((a, b) => comparePositions(a.range.start, b.range.start));
  return sameContent(file, editFile(file, inOrder));
}

const anyWithSpacing = anyLeaf((leaf) => spacingIn(leaf).length > 0);

function spacingOf(root: Block): readonly SpaceChange[] {
  const changes: SpaceChange[] = [];
  for (const [leaf, first] of leavesWith(anyWithSpacing, root))
    for (const change of spacingIn(leaf)) changes.push({ ...change, line: first + change.line });
  return changes;
}

const anyBroken = anyLeaf((leaf) => leaf.faults.length > 0 || isTail(leaf));

/** The lines of leaves with syntax errors, and of what follows the first document. */
function brokenLines(root: Block): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [leaf, first] of leavesWith(anyBroken, root)) {
    // A header may begin with the same marker.
    if (leaf.faults.length === 0 && first === 0) continue;
    const end = first + leaf.lines + (leaf.text.endsWith("\n") ? 0 : 1);
    for (let line = first; line < end; line++) lines.add(line);
  }
  return lines;
}

/** The edits of the blank lines at the end of a file, and its last line with content; `undefined` if they stay. */
function endEdits(
  file: File,
  keeps: (line: number) => boolean,
  { keepsLastLine = false, keepsBlankEnd = false }: FormatOptions,
): { readonly last: number; readonly edits: readonly TextEdit[] } | undefined {
  const { root } = file;
  const content = lastContent(root);
  if (!content || isInBlockScalar(root, content.line)) return undefined;
  const { line: last, text } = content;
  for (let line = last; line <= root.lines; line++) if (keeps(line)) return undefined;
  if (last === root.lines)
    return { last, edits: keepsLastLine ? [] : [insertion(last, text, lineEndIn(file))] };
  if (keepsBlankEnd) return undefined;
  const from = { line: last + 1, character: 0 };
  const to = { line: root.lines, character: lastLineLength(lastLeaf(root).text) };
  const isSurplus = to.line > from.line || to.character > 0;
  return { last, edits: isSurplus ? [{ range: { start: from, end: to }, newText: "" }] : [] };
}

/** The last line that is not blank; blocks above it are not looked at. */
function lastContent(block: Block, line = 0): { readonly line: number; readonly text: string } | undefined {
  if (!block.children) {
    const lines = splitLines(block.text);
    const index = lines.findLastIndex((text) => text.trim() !== "");
    return index >= 0 ? { line: line + index, text: lines[index] ?? "" } : undefined;
  }
  let below = line + block.lines;
  for (const child of block.children.toReversed()) {
    below -= child.lines;
    const found = lastContent(child, below);
    if (found) return found;
  }
  return undefined;
}

function lastLeaf(block: Block): Block {
  const last = block.children?.at(-1);
  return last ? lastLeaf(last) : block;
}

function insertion(line: number, text: string, newText: string): TextEdit {
  // White space at the end of the line is removed by another edit.
  const at = { line, character: text.length };
  return { range: { start: at, end: at }, newText };
}

/** Whether a line is within a block scalar at the end of a file: the blank lines below may be a part of it. */
function isInBlockScalar(root: Block, line: number): boolean {
  let node: Node | undefined = root.pairs.at(-1)?.value ?? root.other;
  while (node?.kind === "map" || node?.kind === "list")
    node = node.kind === "map" ? node.pairs.at(-1)?.value : node.items.at(-1);
  if (node?.kind !== "scalar" || (node.style !== "literal" && node.style !== "folded")) return false;
  return line <= (lineIn(root, node.block) ?? 0) + lastLineInBlock(node);
}

function editsOf(changes: readonly SpaceChange[]): readonly TextEdit[] {
  return changes.map(({ line, from, to, newText }) => ({
    range: { start: { line, character: from }, end: { line, character: to } },
    newText,
  }));
}

import { offsetAt } from "./change.ts";
import type { File } from "./file.ts";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { nthLine } from "./line-breaks.ts";
import { indentOf, kindOf, nextLine } from "./line-kinds.ts";
import type { Position } from "./positions.ts";
import type { Block } from "./tree.ts";

/** The blocks around a position. */
export interface Surroundings {
  /** The containers of the position, from the root, and their keys (the root has none). */
  readonly containers: readonly Block[];
  readonly keys: readonly string[];
  readonly leaf: Block | undefined;
  /** The line of the file at which the leaf begins. */
  readonly line: number;
  /** The indentation of the next line that has content. */
  readonly nextIndent: number;
}

/** The containers and the leaf at a position, and the indentation of what follows. */
export function surroundingsOf(file: File, { line }: Position): Surroundings {
  const containers: Block[] = [file.root];
  const keys: string[] = [];
  let at = 0;
  let after: Block | undefined;
  let block: Block = file.root;
  for (;;) {
    const children: readonly Block[] = block.children ?? [];
    let index = 0;
    while (index < children.length - 1 && line >= at + (children[index]?.lines ?? 0)) {
      at += children[index]?.lines ?? 0;
      index++;
    }
    const child: Block | undefined = children[index];
    after = children[index + 1] ?? after;
    if (!child?.children) {
      const text = child?.text ?? "";
      return { containers, keys, leaf: child, line: at, nextIndent: indentBelow(text, line - at, after) };
    }
    containers.push(child);
    keys.push(keyOf(child) ?? "");
    block = child;
  }
}

/** The text of a line, without its line break; empty if there is no such line. */
export function lineAt(file: File, line: number): string {
  if (file.rejectedText !== undefined) {
    const start = offsetAt(file.rejectedText, line, 0);
    return file.rejectedText.slice(start, offsetAt(file.rejectedText, line, Infinity));
  }
  const { leaf, line: first } = surroundingsOf(file, { line, character: 0 });
  return (leaf && nthLine(leaf.text, line - first)) ?? "";
}

/**
 * The text of the key with which a block begins, even if the block has syntax errors; `undefined` if there is no key.
 */
export function keyOf(block: Block): string | undefined {
  const parsedKey = block.pairs[0]?.key ?? block.children?.[0]?.pairs[0]?.key;
  if (parsedKey) return parsedKey.text;
  const key = implicitKeyAt(block.text, indentOf(block.text));
  if (key) return textOfKey(block.text, key);
  // A key without a space after its colon, or with a quote too many, is still a key.
  const [, word] = /^ *["']?([^\s#:"'][^:\n"']*)["']?:/.exec(block.text) ?? [];
  return word?.trimEnd();
}

function indentBelow(text: string, line: number, after: Block | undefined): number {
  let at = 0;
  for (let i = 0; i <= line && at < text.length; i++) at = nextLine(text, at);
  for (; at < text.length; at = nextLine(text, at))
    if (kindOf(text, at, 0) !== "blank") return indentOf(text, at);
  let first = after;
  while (first?.children) first = first.children[0];
  return first ? indentOf(first.text) : 0;
}

import type { File } from "./file.ts";
import { implicitKeyAt, textOfKey } from "./implicit-key.ts";
import { indentOf, kindOf, nextLine } from "./line-kinds.ts";
import type { Position } from "./positions.ts";
import type { Block } from "./tree.ts";

/** The blocks around a position. */
export interface Surroundings {
  /** The containers of the position, from the root; keys of the path to each but the root. */
  readonly containers: readonly Block[];
  readonly keys: readonly string[];
  readonly leaf: Block | undefined;
  /** The line at which the leaf begins. */
  readonly line: number;
  /** How far the next line with something on it is indented. */
  readonly nextIndent: number;
}

/** The containers of a position, its leaf, and what comes below. */
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

/** A line of a file, without its end. */
export function lineAt(file: File, line: number): string {
  const { leaf, line: first } = surroundingsOf(file, { line, character: 0 });
  return leaf?.text.split(/\r?\n/)[line - first] ?? "";
}

/** The key with which a block begins, broken or not. */
export function keyOf(block: Block): string | undefined {
  const known = block.pairs[0]?.key ?? block.children?.[0]?.pairs[0]?.key;
  if (known) return known.text;
  const key = implicitKeyAt(block.text, indentOf(block.text));
  if (key) return textOfKey(block.text, key);
  // What has no space behind its colon, or a quote too many, is meant as a key.
  const [, word] = /^ *["']?([^\s#:"'][^:\n"']*)["']?:/.exec(block.text) ?? [];
  return word?.trimEnd();
}

function indentBelow(text: string, line: number, after: Block | undefined): number {
  let at = 0;
  for (let i = 0; i <= line && at < text.length; i++) at = nextLine(text, at);
  for (; at < text.length; at = nextLine(text, at))
    if (kindOf(text, at, 0) !== "blank") return indentOf(text, at);
  let below = after;
  while (below?.children) below = below.children[0];
  return below ? indentOf(below.text) : 0;
}

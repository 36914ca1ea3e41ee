import { isTail } from "./blocks.ts";
import { offsetAt } from "./change.ts";
import type {
  CursorContext,
  RecoveredCollection,
  RecoveredEntry,
  RecoveredScalar,
} from "./cursor-context.ts";
import type { File } from "./file.ts";
import { isBlankAt, lineEndAt } from "./implicit-key.ts";
import type { Position } from "./positions.ts";
import { cursorContextIn } from "./recovering-parser.ts";
import { keyOf, type Surroundings, surroundingsOf } from "./surroundings.ts";

/** An item of a list, in a path. */
export const ITEM: unique symbol = Symbol("item");

/** The keys and items from the root of a file down to a collection or value. */
export type InsertionPath = readonly (string | typeof ITEM)[];

/** What may be inserted at a position, as far as the text shows, which may have syntax errors. */
export interface InsertionContext {
  /**
   * The element at the cursor: a key, a value (or an item), an alias, a comment, a text in which nothing can be inserted
   * (`text`), or a blank line (`line`).
   */
  readonly role: "key" | "value" | "alias" | "comment" | "text" | "line";
  /**
   * The path from the root: for a key, to its map; for a value, to the value; for a line, to the collection that it
   * continues.
   */
  readonly path: InsertionPath;
  /** The other keys of the same map, without the key at the cursor; of a list, its other items. */
  readonly written: ReadonlySet<string>;
  /** The kind of the collection at the path. */
  readonly collection: "map" | "list";
  /** Whether the collection is empty apart from this line, so that it may become a map or a list. */
  readonly fresh: boolean;
  readonly flow: boolean;
  /** The columns of the text to replace, on the line of the cursor. */
  readonly from: number;
  readonly to: number;
  /** The text to replace, up to the cursor and without its quote. */
  readonly word: string;
  readonly quote: "" | '"' | "'";
  /** Whether the key at the cursor already has its colon, or has it on a line of its own (`? key`). */
  readonly colon: boolean;
  /** The text to insert before: a space after a colon, or the indentation of a line. */
  readonly before: string;
  /** The text to insert after: a comma, if another entry of a flow collection follows. */
  readonly after: "" | ",";
  /** The comment that follows on the line, with the white space before it. */
  readonly comment: string;
  /** The column of the keys of the same map, or of the line on which its flow collection begins. */
  readonly indent: number;
}

/** The insertion context at a position. Never fails: invalid text is allowed. */
export function insertionContextAt(file: File, position: Position): InsertionContext {
  const surroundings = surroundingsOf(file, position);
  const { leaf, line } = surroundings;
  const text = leaf?.text ?? "";
  const cursor = offsetAt(text, position.line - line, position.character);
  const depth = Math.max(position.character, surroundings.nextIndent);
  const context = cursorContextIn(text, cursor, leaf?.indent ?? 0, depth);
  // What stands in a second document is not read.
  const isUnread = leaf !== undefined && leaf !== file.root.children?.[0] && isTail(leaf);
  return new InsertionContextBuilder(surroundings, text, cursor, position, depth).build(
    isUnread ? { role: "text", collection: context.collection } : context,
  );
}

class InsertionContextBuilder {
  readonly #surroundings: Surroundings;
  readonly #text: string;
  readonly #cursor: number;
  readonly #column: number;
  readonly #depth: number;

  constructor(surroundings: Surroundings, text: string, cursor: number, position: Position, depth: number) {
    this.#surroundings = surroundings;
    this.#text = text;
    this.#cursor = cursor;
    this.#column = position.character;
    this.#depth = depth;
  }

  build(context: CursorContext): InsertionContext {
    if (context.role === "blank") return this.#line(context);
    const { collection, entry } = context;
    // A text that began on a line above is not a word to replace.
    const isInText = context.word !== undefined && context.word.from < this.#cursor - this.#column;
    const word = isInText ? undefined : context.word;
    const collectionPath = this.#pathOf(collection);
    const isInside = context.role === "value" || context.role === "alias";
    const path: InsertionPath = isInside
      ? [...collectionPath, entry?.key ? entry.key.text : ITEM]
      : collectionPath;
    const replaced = this.#replaced(word);
    return {
      ...this.#base(collection, path, entry),
      role:
        isInText || (context.role === "value" && !word && this.#hasValueBelow(entry, path))
          ? "text"
          : context.role,
      colon: entry?.colon !== undefined || entry?.explicit === true,
      before: word ? "" : this.#gap(context),
      after: context.isFollowed ? "," : "",
      ...replaced,
      comment: this.#commentAfter(this.#cursor - this.#column + replaced.to),
    };
  }

  /** Whether the value is below the line of its key. */
  #hasValueBelow(entry: RecoveredEntry | undefined, path: InsertionPath): boolean {
    return entry?.value !== undefined || this.#containerAt(path) > 0;
  }

  /** The context on a blank line: the collection that it continues, and the indentation for that. */
  #line(context: CursorContext): InsertionContext {
    const { containers, keys } = this.#surroundings;
    if (!this.#surroundings.leaf || context.collection.indent > this.#depth) {
      const depth = containers.findLastIndex((_, i) => this.#indentIn(i) <= this.#depth);
      return this.#lineIn(Math.max(0, depth), keys);
    }
    const { collection, entry } = context;
    const path: InsertionPath = entry
      ? [...this.#pathOf(collection), entry.key?.text ?? ITEM]
      : this.#pathOf(collection);
    const depth = this.#containerAt(path);
    if (depth >= 0) return this.#lineIn(depth, keys);
    const below = entry?.value && "entries" in entry.value ? entry.value : undefined;
    const target = entry ? below : collection;
    const indent = target?.indent ?? this.#depth;
    return {
      ...this.#base(target ?? collection, path, undefined),
      written: target ? keysOf(target) : new Set(),
      role: "line",
      collection: target?.kind ?? "map",
      fresh: target === undefined,
      indent,
      ...this.#indented(indent),
    };
  }

  #lineIn(depth: number, keys: readonly string[]): InsertionContext {
    const indent = this.#indentIn(depth);
    return {
      role: "line",
      path: keys.slice(0, depth),
      written: this.#keysIn(depth, undefined),
      collection: "map",
      fresh: false,
      flow: false,
      word: "",
      quote: "",
      colon: false,
      after: "",
      comment: "",
      indent,
      ...this.#indented(indent),
    };
  }

  #base(collection: RecoveredCollection, path: InsertionPath, entry: RecoveredEntry | undefined) {
    const collectionPath = this.#pathOf(collection);
    const depth = collection.flow ? -1 : this.#containerAt(collectionPath);
    return {
      path,
      written: depth >= 0 ? this.#keysIn(depth, entry?.key?.text) : keysOf(collection, entry),
      collection: collection.kind,
      fresh: false,
      flow: collection.flow,
      word: "",
      quote: "" as const,
      colon: false,
      after: "" as const,
      comment: "",
      indent: collection.indent,
    };
  }

  #replaced(word: RecoveredScalar | undefined): Pick<InsertionContext, "from" | "to" | "word" | "quote"> {
    if (!word) return { from: this.#column, to: this.#column, word: "", quote: "" };
    const from = this.#column - (this.#cursor - word.from);
    const begin = word.from + word.quote.length;
    // A quoted text may have several lines: only the part on the line of the cursor is replaced.
    const lineBreak = this.#text.slice(0, word.to).indexOf("\n", this.#cursor);
    const to = word.closed ? from + ((lineBreak < 0 ? word.to : lineBreak) - word.from) : this.#column;
    return { from, to, word: this.#text.slice(begin, Math.max(begin, this.#cursor)), quote: word.quote };
  }

  /** A space after a colon; in a flow collection that continues below its key, the indentation. */
  #gap({ role, collection: { flow, indent } }: CursorContext): string {
    const line = this.#text.slice(this.#cursor - this.#column, this.#cursor);
    if (flow && this.#column <= indent && line.trim() === "") return " ".repeat(indent + 2 - this.#column);
    return (role === "value" && /[:-]$/.test(line)) || (role === "key" && line.endsWith("?")) ? " " : "";
  }

  #commentAfter(at: number): string {
    const text = this.#text;
    const rest = text.slice(at, lineEndAt(text, at));
    return /^[ \t]*#/.test(rest) && isBlankAt(text, text.charAt(at) === "#" ? at - 1 : at) ? rest : "";
  }

  #indented(indent: number): Pick<InsertionContext, "from" | "to" | "before"> {
    const from = Math.min(indent, this.#column);
    return { from, to: this.#column, before: " ".repeat(Math.max(0, indent - this.#column)) };
  }

  #pathOf(collection: RecoveredCollection): InsertionPath {
    const path: (string | typeof ITEM)[] = [];
    for (let parent = collection.parent; parent; parent = parent.collection.parent)
      path.push(parent.key?.text ?? ITEM);
    const { keys, leaf, containers } = this.#surroundings;
    // The head of a container is the entry itself: its key is in its own text.
    const isHead = containers.length > 1 && containers.at(-1)?.children?.[0] === leaf;
    return [...(isHead ? keys.slice(0, -1) : keys), ...path.reverse()];
  }

  /** The depth of the container whose map is at a path; -1 if there is none. */
  #containerAt(path: InsertionPath): number {
    const { containers, keys } = this.#surroundings;
    const depth = path.length;
    return depth < containers.length && path.every((key, i) => key === keys[i]) ? depth : -1;
  }

  #indentIn(depth: number): number {
    const { containers } = this.#surroundings;
    if (depth === 0) return containers[0]?.indent ?? 0;
    return containers[depth]?.children?.[1]?.indent ?? 0;
  }

  #keysIn(depth: number, ownKey: string | undefined): ReadonlySet<string> {
    const children = this.#surroundings.containers[depth]?.children ?? [];
    const keys = new Set((depth === 0 ? children : children.slice(1)).flatMap((child) => keyOf(child) || []));
    if (ownKey !== undefined) keys.delete(ownKey);
    return keys;
  }
}

/** The text of a key, or of an item that is a scalar. */
function textOf({ key, value, collection }: RecoveredEntry): string | undefined {
  if (key) return key.text;
  return collection.kind === "list" && value && "text" in value ? value.text : undefined;
}

function keysOf({ entries }: RecoveredCollection, without?: RecoveredEntry): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry === without ? [] : (textOf(entry) ?? []))));
}

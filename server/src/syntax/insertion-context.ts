import { offsetAt } from "./change.ts";
import type {
  CursorContext,
  RecoveredCollection,
  RecoveredEntry,
  RecoveredScalar,
} from "./cursor-context.ts";
import type { File } from "./file.ts";
import type { Position } from "./positions.ts";
import { cursorContextIn } from "./recovering-parser.ts";
import { keyOf, type Surroundings, surroundingsOf } from "./surroundings.ts";

/** Stands for an item of a list in a path. */
export const ITEM: unique symbol = Symbol("item");

export type InsertionPath = readonly (string | typeof ITEM)[];

/** Where something may be written, as the text tells it: it may be broken. */
export interface InsertionContext {
  /** On a key, on a value (or an item), in a comment; nowhere, inside a text; on a line of its own with nothing on it. */
  readonly role: "key" | "value" | "comment" | "text" | "line";
  /** Keys from the root: of a key, to its map; of a value, to the value; of a line, to the collection that it continues. */
  readonly path: InsertionPath;
  /** The keys that stand beside it, without the one at the cursor. */
  readonly written: ReadonlySet<string>;
  /** On a list's line, or on the line of a map. */
  readonly collection: "map" | "list";
  /** The collection has nothing in it yet but this line: it may become a map or a list. */
  readonly fresh: boolean;
  readonly flow: boolean;
  /** What would be replaced, on the line of the cursor. */
  readonly from: number;
  readonly to: number;
  /** What stands there up to the cursor, without its quote. */
  readonly word: string;
  readonly quote: "" | '"' | "'";
  /** Whether the key at the cursor has its colon. */
  readonly colon: boolean;
  /** What has to stand in front of what is written: a space behind a colon, the indentation of a line. */
  readonly before: string;
  /** The column of the keys beside it, or of the line on which its flow collection begins. */
  readonly indent: number;
}

/** What may be written at a position. */
export function insertionContextAt(file: File, position: Position): InsertionContext {
  const around = surroundingsOf(file, position);
  const { leaf, line } = around;
  const text = leaf?.text ?? "";
  const cursor = offsetAt(text, position.line - line, position.character);
  const depth = Math.max(position.character, around.nextIndent);
  const spot = cursorContextIn(text, cursor, leaf?.indent ?? 0, depth);
  return new Finder(around, text, cursor, position, depth).place(spot);
}

class Finder {
  readonly #around: Surroundings;
  readonly #text: string;
  readonly #cursor: number;
  readonly #column: number;
  readonly #depth: number;

  constructor(around: Surroundings, text: string, cursor: number, position: Position, depth: number) {
    this.#around = around;
    this.#text = text;
    this.#cursor = cursor;
    this.#column = position.character;
    this.#depth = depth;
  }

  place(spot: CursorContext): InsertionContext {
    if (spot.role === "blank") return this.#line(spot);
    const { collection, slot } = spot;
    // A text that began on a line above is no word that could be replaced.
    const inText = spot.word !== undefined && spot.word.from < this.#cursor - this.#column;
    const word = inText ? undefined : spot.word;
    const own = this.#pathOf(collection);
    const path: InsertionPath = spot.role !== "value" ? own : [...own, slot?.key ? slot.key.text : ITEM];
    return {
      ...this.#base(collection, path, slot),
      role: inText || (spot.role === "value" && !word && this.#goesOn(slot, path)) ? "text" : spot.role,
      colon: slot?.colon !== undefined,
      before: word ? "" : this.#gap(spot),
      ...this.#replaced(word),
    };
  }

  /** Whether the value that is not on the line of its key stands below it. */
  #goesOn(slot: RecoveredEntry | undefined, path: InsertionPath): boolean {
    return slot?.value !== undefined || this.#containerAt(path) > 0;
  }

  /** A line with nothing on it: which collection it continues, and how far it has to be indented for that. */
  #line(spot: CursorContext): InsertionContext {
    const { containers, keys } = this.#around;
    if (!this.#around.leaf || spot.collection.indent > this.#depth) {
      const depth = containers.findLastIndex((_, i) => this.#indentIn(i) <= this.#depth);
      return this.#lineIn(Math.max(0, depth), keys);
    }
    const { collection, slot } = spot;
    const path: InsertionPath = slot
      ? [...this.#pathOf(collection), slot.key?.text ?? ITEM]
      : this.#pathOf(collection);
    const depth = this.#containerAt(path);
    if (depth >= 0) return this.#lineIn(depth, keys);
    const below = slot?.value && "slots" in slot.value ? slot.value : undefined;
    const target = slot ? below : collection;
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
      indent,
      ...this.#indented(indent),
    };
  }

  #base(collection: RecoveredCollection, path: InsertionPath, slot: RecoveredEntry | undefined) {
    const own = this.#pathOf(collection);
    const depth = collection.flow ? -1 : this.#containerAt(own);
    return {
      path,
      written: depth >= 0 ? this.#keysIn(depth, slot?.key?.text) : keysOf(collection, slot),
      collection: collection.kind,
      fresh: false,
      flow: collection.flow,
      word: "",
      quote: "" as const,
      colon: false,
      indent: collection.indent,
    };
  }

  #replaced(word: RecoveredScalar | undefined): Pick<InsertionContext, "from" | "to" | "word" | "quote"> {
    if (!word) return { from: this.#column, to: this.#column, word: "", quote: "" };
    const from = this.#column - (this.#cursor - word.from);
    const begin = word.from + word.quote.length;
    // A quoted text may run over lines: what is replaced stands on that of the cursor.
    const stop = this.#text.slice(0, word.to).indexOf("\n", this.#cursor);
    const to = word.closed ? from + ((stop < 0 ? word.to : stop) - word.from) : this.#column;
    return { from, to, word: this.#text.slice(begin, Math.max(begin, this.#cursor)), quote: word.quote };
  }

  /** A space behind a colon; in a flow collection that goes on below its key, its indentation. */
  #gap({ role, collection: { flow, indent } }: CursorContext): string {
    const line = this.#text.slice(this.#cursor - this.#column, this.#cursor);
    if (flow && this.#column <= indent && line.trim() === "") return " ".repeat(indent + 2 - this.#column);
    return role === "value" && /[:-]$/.test(line) ? " " : "";
  }

  #indented(indent: number): Pick<InsertionContext, "from" | "to" | "before"> {
    const from = Math.min(indent, this.#column);
    return { from, to: this.#column, before: " ".repeat(Math.max(0, indent - this.#column)) };
  }

  #pathOf(collection: RecoveredCollection): InsertionPath {
    const path: (string | typeof ITEM)[] = [];
    for (let parent = collection.parent; parent; parent = parent.in.parent)
      path.push(parent.key?.text ?? ITEM);
    const { keys, leaf, containers } = this.#around;
    // The head of a container is the entry itself: its key is told by its own text.
    const isHead = containers.length > 1 && containers.at(-1)?.children?.[0] === leaf;
    return [...(isHead ? keys.slice(0, -1) : keys), ...path.reverse()];
  }

  /** The container whose map stands at a path. */
  #containerAt(path: InsertionPath): number {
    const { containers, keys } = this.#around;
    const depth = path.length;
    return depth < containers.length && path.every((key, i) => key === keys[i]) ? depth : -1;
  }

  #indentIn(depth: number): number {
    const { containers } = this.#around;
    if (depth === 0) return containers[0]?.indent ?? 0;
    return containers[depth]?.children?.[1]?.indent ?? 0;
  }

  #keysIn(depth: number, own: string | undefined): ReadonlySet<string> {
    const children = this.#around.containers[depth]?.children ?? [];
    const keys = new Set((depth === 0 ? children : children.slice(1)).flatMap((child) => keyOf(child) ?? []));
    if (own !== undefined) keys.delete(own);
    return keys;
  }
}

function keysOf({ slots }: RecoveredCollection, without?: RecoveredEntry): ReadonlySet<string> {
  return new Set(slots.flatMap((slot) => (slot === without || !slot.key ? [] : [slot.key.text])));
}

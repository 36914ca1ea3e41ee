import { type File, resolveAlias } from "../syntax/file.ts";
import { compareInBlock } from "../syntax/positions.ts";
import type { AliasNode, Block, MapNode, Node } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";
import type { Value } from "./value.ts";

/** What the aliases in a text stood for: as long as they still do, it says the same. */
export interface AliasUses {
  /** What names stood for that are anchored above the text, or nowhere. */
  readonly names: ReadonlyMap<string, Node | undefined>;
  /** Those anchored texts that hold aliases in their turn. */
  readonly texts: readonly AnchoredText[];
}

/** What an anchored text says where a schema is wanted. */
export interface AnchoredText {
  readonly schema: Schema;
  readonly value: Value;
  readonly aliases: readonly Resolved[];
  readonly texts: readonly AnchoredText[];
}

type Resolved = readonly [AliasNode, Node | undefined];

const NO_USES: AliasUses = { names: new Map(), texts: [] };

const said = new WeakMap<Node, readonly AnchoredText[]>();
/** The uses of texts that use one anchored node and nothing else: where there are many aliases, most are such. */
const single = new WeakMap<Node, AliasUses>();

/** What was used so far in a text that is being read. */
interface PendingRead {
  readonly names: Map<string, Node | undefined>;
  readonly texts: Set<AnchoredText>;
  /** Of an anchored text, which is not read where it stands: its aliases. */
  readonly aliases?: Resolved[];
}

/**
 * What the aliases of a file stand for, for who reads it from the top: the last node above that is anchored by the name.
 * So it is known on the way what each name stands for, and what was read before is asked for the names alone.
 */
export class Aliases {
  readonly #file: File;
  readonly #above = new Map<string, Node>();
  readonly #sound = new Set<AnchoredText>();
  #open: PendingRead = { names: new Map(), texts: new Set() };

  constructor(file: File) {
    this.#file = file;
  }

  /** Whether what is read now is an anchored text in the place of an alias. */
  get away(): boolean {
    return this.#open.aliases !== undefined;
  }

  /** Goes into a map. One that is cut in pieces has to be told of each that is come to, and of its end. */
  enter(map: MapNode): AnchoredEntries | undefined {
    const { block } = map;
    if (!block.children || this.away || !this.#file.root.aliases) return undefined;
    if (block === this.#file.root) return new AnchoredEntries(this.#above, block.children, 0);
    // The first piece holds the key, and the anchor, which is that of the map as a whole.
    if (map.anchor !== undefined) this.#above.set(map.anchor, map);
    return new AnchoredEntries(this.#above, block.children, 1);
  }

  /** What an alias stands for. */
  resolve(alias: AliasNode): Node | undefined {
    const { aliases, names } = this.#open;
    if (aliases) {
      const node = resolveAlias(this.#file, alias);
      aliases.push([alias, node]);
      return node;
    }
    const beside = alias.block.anchors.findLast(
      (node) => anchorOf(node) === alias.name && compareInBlock(node, alias) < 0,
    );
    const node = beside ?? this.#above.get(alias.name);
    // What is anchored in the text hides, from there on, what is anchored above it.
    if (!names.has(alias.name)) names.set(alias.name, node);
    return node;
  }

  /** What an anchored text says where a schema is wanted; it is read only if that is not known. */
  text(node: Node, schema: Schema, read: () => Value): Value {
    const known = said.get(node) ?? [];
    const text = known.find((one) => one.schema === schema && this.#isSound(one)) ?? this.#read(schema, read);
    if (!known.includes(text)) said.set(node, [text, ...known.filter((one) => one.schema !== schema)]);
    if (!isConstant(text)) this.#open.texts.add(text);
    return text.value;
  }

  #read(schema: Schema, read: () => Value): AnchoredText {
    const outer = this.#open;
    const aliases: Resolved[] = [];
    const texts = new Set<AnchoredText>();
    this.#open = { names: outer.names, texts, aliases };
    const value = read();
    this.#open = outer;
    return { schema, value, aliases, texts: [...texts] };
  }

  /** Begins to gather what is used in a block; gives what was gathered around it. */
  begin({ aliases }: Block): PendingRead | undefined {
    if (!aliases) return undefined;
    const outer = this.#open;
    this.#open = { names: new Map(), texts: new Set() };
    return outer;
  }

  /** What was used in a block; it is used in the text around it too. */
  end(outer: PendingRead | undefined, { anchors }: Block): AliasUses {
    if (!outer) return NO_USES;
    const { names, texts } = this.#open;
    if (anchors.length > 0) {
      const inside = new Set<Node | undefined>(anchors);
      for (const [name, node] of names) if (inside.has(node)) names.delete(name);
    }
    this.#open = outer;
    const uses = shared({ names, texts: [...texts] });
    this.use(uses);
    return uses;
  }

  /** What was used in a text that is taken over is used in that around it too. */
  use(uses: AliasUses): void {
    if (uses === NO_USES) return;
    const { names, texts } = uses;
    for (const [name, node] of names) if (!this.#open.names.has(name)) this.#open.names.set(name, node);
    for (const text of texts) this.#open.texts.add(text);
  }

  /** Whether what was used is what would be used now. */
  hold(uses: AliasUses): boolean {
    if (uses === NO_USES) return true;
    const { names, texts } = uses;
    for (const [name, node] of names) if (this.#above.get(name) !== node) return false;
    return texts.every((text) => this.#isSound(text));
  }

  /** Whether an anchored text says what it said. */
  #isSound(text: AnchoredText): boolean {
    if (isConstant(text) || this.#sound.has(text)) return true;
    const sound =
      text.aliases.every(([alias, node]) => resolveAlias(this.#file, alias) === node) &&
      text.texts.every((one) => this.#isSound(one));
    if (sound) this.#sound.add(text);
    return sound;
  }
}

/** The pieces of a map, from the top: what is anchored in one stands above those that follow. */
class AnchoredEntries {
  readonly #above: Map<string, Node>;
  readonly #pieces: readonly Block[];
  #next: number;

  constructor(above: Map<string, Node>, pieces: readonly Block[], next: number) {
    this.#above = above;
    this.#pieces = pieces;
    this.#next = next;
  }

  /** Comes to a piece; to the end, if to none. */
  reach(piece?: Block): void {
    for (
      let passed = this.#pieces[this.#next];
      passed && passed !== piece;
      passed = this.#pieces[++this.#next]
    ) {
      for (const node of passed.anchors) {
        const name = anchorOf(node);
        if (name !== undefined) this.#above.set(name, node);
      }
    }
  }
}

function isConstant({ aliases, texts }: AnchoredText): boolean {
  return aliases.length === 0 && texts.length === 0;
}

/** The same object for the same uses, if they are few. */
function shared(uses: AliasUses): AliasUses {
  const [node, ...others] = uses.names.values();
  if (uses.texts.length > 0 || others.length > 0) return uses;
  if (!node) return uses.names.size > 0 ? uses : NO_USES;
  const known = single.get(node);
  if (!known) single.set(node, uses);
  return known ?? uses;
}

function anchorOf(node: Node): string | undefined {
  return "anchor" in node ? node.anchor : undefined;
}

import { type File, resolveAlias } from "../syntax/file.ts";
import { compareInBlock } from "../syntax/positions.ts";
import type { AliasNode, Block, MapNode, Node } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";
import type { Value } from "./value.ts";

/**
 * The aliases in a text and the nodes that they resolved to. While they still do, the value of the text is the same.
 */
export interface AliasUses {
  /** The nodes that names resolved to outside the text: anchored above it, or not at all. */
  readonly names: ReadonlyMap<string, Node | undefined>;
  /** The anchored texts with aliases of their own that were read for it. */
  readonly texts: readonly AnchoredText[];
}

/** An anchored text converted with one schema, and what its value depends on. */
export interface AnchoredText {
  readonly schema: Schema;
  readonly value: Value;
  readonly aliases: readonly Resolved[];
  readonly texts: readonly AnchoredText[];
}

/** An alias, and the node that it resolved to. */
type Resolved = readonly [AliasNode, Node | undefined];

const NO_USES: AliasUses = { names: new Map(), texts: [] };

/** The conversions of an anchored node, at most one for each schema. */
const conversions = new WeakMap<Node, readonly AnchoredText[]>();
/**
 * The uses of texts that use one anchored node and nothing else, by that node: with many aliases, most texts are such.
 */
const single = new WeakMap<Node, AliasUses>();

/** What the text that is being converted has used so far. */
interface PendingRead {
  readonly names: Map<string, Node | undefined>;
  readonly texts: Set<AnchoredText>;
  /** Only for an anchored text, which is converted in the place of an alias: its own aliases. */
  readonly aliases?: Resolved[];
}

/**
 * Resolves the aliases of a file during a conversion from top to bottom: an alias refers to the last node above it that
 * is anchored by its name. As the anchors above are known at each point, a cached conversion is verified by comparing
 * the nodes of its names alone.
 */
export class Aliases {
  readonly #file: File;
  readonly #above = new Map<string, Node>();
  readonly #valid = new Set<AnchoredText>();
  #pending: PendingRead = { names: new Map(), texts: new Set() };

  constructor(file: File) {
    this.#file = file;
  }

  /** Whether an anchored text is being converted in the place of an alias. */
  get inAlias(): boolean {
    return this.#pending.aliases !== undefined;
  }

  /**
   * Enters a map. If it is split into blocks, call `advanceTo` of the result for each block in order, and without a
   * block at the end.
   */
  enter(map: MapNode): AnchoredBlocks | undefined {
    const { block } = map;
    if (!block.children || this.inAlias || !this.#file.root.aliases) return undefined;
    if (block === this.#file.root) return new AnchoredBlocks(this.#above, block.children, 0);
    // The first block holds the key and the anchor, which is that of the whole map.
    if (map.anchor !== undefined) this.#above.set(map.anchor, map);
    return new AnchoredBlocks(this.#above, block.children, 1);
  }

  /** The node that an alias refers to; `undefined` if there is none. */
  resolve(alias: AliasNode): Node | undefined {
    const { aliases, names } = this.#pending;
    if (aliases) {
      const node = resolveAlias(this.#file, alias);
      aliases.push([alias, node]);
      return node;
    }
    const inBlock = alias.block.anchors.findLast(
      (node) => anchorOf(node) === alias.name && compareInBlock(node, alias) < 0,
    );
    const node = inBlock ?? this.#above.get(alias.name);
    // An anchor in this text hides those of the same name above it, from there on.
    if (!names.has(alias.name)) names.set(alias.name, node);
    return node;
  }

  /** The value of an anchored text for a schema; `read` is called only if no cached value is still right. */
  text(node: Node, schema: Schema, read: () => Value): Value {
    const known = conversions.get(node) ?? [];
    const text =
      known.find((one) => one.schema === schema && this.#isStillRight(one)) ?? this.#read(schema, read);
    if (!known.includes(text)) conversions.set(node, [text, ...known.filter((one) => one.schema !== schema)]);
    if (!isConstant(text)) this.#pending.texts.add(text);
    return text.value;
  }

  #read(schema: Schema, read: () => Value): AnchoredText {
    const outer = this.#pending;
    const aliases: Resolved[] = [];
    const texts = new Set<AnchoredText>();
    this.#pending = { names: outer.names, texts, aliases };
    const value = read();
    this.#pending = outer;
    return { schema, value, aliases, texts: [...texts] };
  }

  /** Starts recording what a block uses; the result, to be passed to `end`, is what was recorded around it. */
  begin({ aliases }: Block): PendingRead | undefined {
    if (!aliases) return undefined;
    const outer = this.#pending;
    this.#pending = { names: new Map(), texts: new Set() };
    return outer;
  }

  /** Stops recording; the uses of the block are also uses of the text around it. */
  end(outer: PendingRead | undefined, { anchors }: Block): AliasUses {
    if (!outer) return NO_USES;
    const { names, texts } = this.#pending;
    if (anchors.length > 0) {
      const inside = new Set<Node | undefined>(anchors);
      for (const [name, node] of names) if (inside.has(node)) names.delete(name);
    }
    this.#pending = outer;
    const uses = interned({ names, texts: [...texts] });
    this.use(uses);
    return uses;
  }

  /** Records the uses of a text that is taken over from the cache. */
  use(uses: AliasUses): void {
    if (uses === NO_USES) return;
    const { names, texts } = uses;
    for (const [name, node] of names) if (!this.#pending.names.has(name)) this.#pending.names.set(name, node);
    for (const text of texts) this.#pending.texts.add(text);
  }

  /** Whether the aliases of a cached text resolve to the same nodes now. */
  areStillRight(uses: AliasUses): boolean {
    if (uses === NO_USES) return true;
    const { names, texts } = uses;
    for (const [name, node] of names) if (this.#above.get(name) !== node) return false;
    return texts.every((text) => this.#isStillRight(text));
  }

  /** Whether the value of an anchored text is still right. */
  #isStillRight(text: AnchoredText): boolean {
    if (isConstant(text) || this.#valid.has(text)) return true;
    const valid =
      text.aliases.every(([alias, node]) => resolveAlias(this.#file, alias) === node) &&
      text.texts.every((one) => this.#isStillRight(one));
    if (valid) this.#valid.add(text);
    return valid;
  }
}

/** The blocks of a map, from top to bottom: the anchors in one are above the blocks that follow. */
class AnchoredBlocks {
  readonly #above: Map<string, Node>;
  readonly #blocks: readonly Block[];
  #next: number;

  constructor(above: Map<string, Node>, blocks: readonly Block[], next: number) {
    this.#above = above;
    this.#blocks = blocks;
    this.#next = next;
  }

  /** Moves on to a block, or to the end of the map if none is given. */
  advanceTo(piece?: Block): void {
    for (let block = this.#blocks[this.#next]; block && block !== piece; block = this.#blocks[++this.#next]) {
      for (const node of block.anchors) {
        const name = anchorOf(node);
        if (name !== undefined) this.#above.set(name, node);
      }
    }
  }
}

function isConstant({ aliases, texts }: AnchoredText): boolean {
  return aliases.length === 0 && texts.length === 0;
}

/** The same object for the same uses, if there is only one. */
function interned(uses: AliasUses): AliasUses {
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

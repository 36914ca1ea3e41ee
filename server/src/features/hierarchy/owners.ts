import type { KeyPath } from "../../schema/checklist.ts";
import { longForm } from "../../schema/locate.ts";
import { rootSchema, type Schema, schemaOfKey } from "../../schema/schema.ts";
import { type File, rangeOf } from "../../syntax/file.ts";
import { comparePositions, type Position } from "../../syntax/positions.ts";
import type { Node, Pair, ScalarNode } from "../../syntax/tree.ts";
import { type HierarchySubject, kindDeclaredBy } from "./subject.ts";

/** What a mention is part of: the innermost named thing around it, or without one the key whose value it is in. */
export interface MentionOwner {
  /** The keys from the root, its own included. */
  readonly path: KeyPath;
  readonly pair: Pair;
  /** The kind of the thing; none for a key that names none. */
  readonly kind?: string;
  /** That of the value. */
  readonly schema: Schema;
}

/** A mention in what owns it. */
export interface OwnedMention {
  readonly node: ScalarNode;
  /** Whether the owner inherits from the thing that is mentioned. */
  readonly inherits: boolean;
}

/**
 * The mentions of a file by what they are part of, in the order of the text. The tree is walked once for all of them, and
 * only where they are.
 */
export function byOwner(
  file: File,
  nodes: readonly ScalarNode[],
): ReadonlyMap<MentionOwner, readonly OwnedMention[]> {
  const found = new Map<MentionOwner, OwnedMention[]>();
  const targets = nodes
    .map((node) => ({ node, start: rangeOf(file, node).start }))
    .toSorted((a, b) => comparePositions(a.start, b.start));
  walkPairs({ file, found }, { schema: rootSchema, path: [] }, file.root.pairs, targets);
  return found;
}

interface Walk {
  readonly file: File;
  readonly found: Map<MentionOwner, OwnedMention[]>;
}

interface Target {
  readonly node: ScalarNode;
  readonly start: Position;
}

/** Where the walk is: the schema of the map or value, the keys that lead to it, and what owns what is in it. */
interface Level {
  readonly schema: Schema;
  readonly path: KeyPath;
  readonly owner?: MentionOwner;
}

function walkPairs(walk: Walk, level: Level, pairs: readonly Pair[], targets: readonly Target[]): void {
  eachWith(walk.file, pairs, targets, (pair, inside) => walkPair(walk, level, pair, inside));
}

function walkPair(walk: Walk, level: Level, pair: Pair, targets: readonly Target[]): void {
  const name = pair.key.text.normalize("NFC");
  const schema = name === "<<" ? level.schema : schemaOfKey(level.schema, name);
  if (!schema) return;
  const path = name === "<<" ? level.path : [...level.path, name];
  const owner = ownerOf(level, pair, schema, path);
  const values = targets.filter(({ node }) => node !== pair.key);
  for (const { node } of targets.slice(0, targets.length - values.length))
    add(walk, level.owner ?? owner, { node, inherits: false });
  walkNode(walk, { schema, path, owner }, pair.value, values);
}

/** What owns the mentions in an entry. Below a thing, keys that name none leave them to it. */
function ownerOf({ schema: parent, owner }: Level, pair: Pair, schema: Schema, path: KeyPath): MentionOwner {
  const kind = pair.key.text === "<<" ? undefined : kindDeclaredBy(parent, path.at(-1) ?? "");
  if (kind !== undefined) return { path, pair, schema, kind };
  return owner?.kind === undefined ? { path, pair, schema } : owner;
}

function walkNode(walk: Walk, level: Level, node: Node, targets: readonly Target[]): void {
  if (targets.length === 0) return;
  if (node.kind === "map") {
    walkPairs(walk, level, node.pairs, targets);
    return;
  }
  const schema = longForm(level.schema) ?? level.schema;
  if (node.kind === "list") {
    const items = { ...level, schema: schema.items ?? schema };
    eachWith(walk.file, node.items, targets, (item, inside) => walkNode(walk, items, item, inside));
    return;
  }
  const inherits = level.schema.inherits === true;
  for (const target of targets) if (level.owner) add(walk, level.owner, { node: target.node, inherits });
}

function add({ found }: Walk, owner: MentionOwner, mention: OwnedMention): void {
  const known = found.get(owner);
  if (known) known.push(mention);
  else found.set(owner, [mention]);
}

/** Calls for each part of a text that contains some of the targets; both are in the order of the text. */
function eachWith<T extends Pair | Node>(
  file: File,
  parts: readonly T[],
  targets: readonly Target[],
  visit: (part: T, inside: readonly Target[]) => void,
): void {
  let at = 0;
  for (const part of parts) {
    if (at === targets.length) return;
    const { start, end } = rangeOf(file, part);
    const from = firstFrom(targets, start, at);
    at = firstFrom(targets, end, from);
    if (at > from) visit(part, targets.slice(from, at));
  }
}

/** The index of the first target from an index on that does not begin before a position. */
function firstFrom(targets: readonly Target[], position: Position, from: number): number {
  let at = from;
  for (let target = targets[at]; target && comparePositions(target.start, position) < 0; target = targets[at])
    at++;
  return at;
}

/** What owns a mention, as a subject. */
export function subjectOfOwner(file: File, { kind, path, pair }: MentionOwner): HierarchySubject {
  const at = pair.key;
  return kind === undefined
    ? { about: "key", path, file, at }
    : { about: "thing", kind, name: path.at(-1) ?? "", file, at };
}

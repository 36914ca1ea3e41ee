import { memo } from "../base/memo.ts";
import { converted } from "../schema/convert.ts";
import { kinds } from "../schema/kinds.ts";
import type { Declaration, SemanticIndex } from "../schema/semantic-index.ts";
import { type File, rangeOf } from "../syntax/file.ts";
import { containsPosition, type Position } from "../syntax/positions.ts";
import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import { namesInFingerprints } from "./fingerprint-names.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Workspace } from "./workspace.ts";

/** An occurrence of a name: a declaration or a mention. */
export interface Occurrence {
  readonly name: string;
  /** The span of the name; a part of the node if the name is in the path of a fingerprint. */
  readonly at: Span;
  readonly node: ScalarNode;
  /** The kinds that the name may be of. */
  readonly kinds: readonly string[];
  readonly declares: boolean;
}

/** A name, its kinds, and all its occurrences in the establishments that share it. */
export interface SymbolOccurrences {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly uses: readonly Occurrence[];
}

/** The declarations of a file, in the order of the text. */
export function declarationsOf(file: File): readonly Occurrence[] {
  return declared(converted(file).index);
}

/** Cached for the parts of a file that did not change. */
const declared: (index: SemanticIndex) => readonly Occurrence[] = memo(
  ({ declarations, below }: SemanticIndex) => {
    const own = declarations.map(declarationOccurrence);
    const others = below.map(declared).filter((uses) => uses.length > 0);
    return others.length === 0 ? own : [own, ...others].flat();
  },
);

/** The declarations of a name of a kind in an establishment, in the same order as `declarationsIn`: for many names. */
export function declarationsNamed(
  { members, bases }: Snapshot,
  kind: string,
  name: string,
): readonly Occurrence[] {
  return [...members, ...bases].flatMap((file) => declaredNames(file).get(`${kind}\0${name}`) ?? []);
}

/** The declarations of a file by kind and name. */
const declaredNames = memo((file: File): ReadonlyMap<string, readonly Occurrence[]> => {
  const found = new Map<string, Occurrence[]>();
  for (const one of declarationsOf(file)) {
    const key = `${one.kinds[0]}\0${one.name}`;
    const known = found.get(key);
    if (known) known.push(one);
    else found.set(key, [one]);
  }
  return found;
});

/** The occurrences of a name in a file. */
function findOccurrences(file: File, name: string): readonly Occurrence[] {
  const known = searched(file);
  if (!known.has(name) && known.size >= FEW_SEARCHES) return allOccurrences(file).get(name) ?? [];
  const { index, value } = converted(file);
  const uses = known.get(name) ?? [
    ...occurrencesBelow(index, name),
    ...namesInFingerprints(value).filter((use) => use.name === name),
  ];
  known.set(name, uses);
  return uses;
}

/** The results of these searches, by name, for each file. */
const searched = memo((_: File) => new Map<string, readonly Occurrence[]>());

/** So many names of a file are looked for one by one, which is little work after an edit; for more, all are listed once. */
const FEW_SEARCHES = 8;

/** All occurrences in a file, by name. */
const allOccurrences = memo((file: File): ReadonlyMap<string, readonly Occurrence[]> => {
  const { index, value } = converted(file);
  const found = new Map<string, Occurrence[]>();
  for (const use of [...occurrencesBelow(index), ...namesInFingerprints(value)]) {
    const uses = found.get(use.name);
    if (uses) uses.push(use);
    else found.set(use.name, [use]);
  }
  return found;
});

/** The occurrences of a name, or of all names, in a part of a file. */
function* occurrencesBelow(index: SemanticIndex, name?: string): Iterable<Occurrence> {
  if (name !== undefined && fewNames(index)?.has(name) === false) return;
  const isMeant = (node: ScalarNode) => name === undefined || nameOf(node) === name;
  for (const one of index.declarations) if (isMeant(one.node)) yield declarationOccurrence(one);
  for (const { node, mentions } of index.mentions) {
    if (isMeant(node)) yield { name: nameOf(node), at: node, node, kinds: mentions.kinds, declares: false };
  }
  for (const part of index.below) yield* occurrencesBelow(part, name);
}

/** The names of a part are collected only if they are about this many at most. */
const MAX_NAMES = 100;

const fewNames = memo((index: SemanticIndex): ReadonlySet<string> | undefined => {
  const names = new Set<string>();
  const gather = ({ declarations, mentions, below }: SemanticIndex): boolean => {
    for (const { node } of declarations) names.add(nameOf(node));
    for (const { node } of mentions) names.add(nameOf(node));
    return names.size <= MAX_NAMES && below.every(gather);
  };
  return gather(index) ? names : undefined;
});

function nameOf({ text }: ScalarNode): string {
  return text.normalize("NFC");
}

function declarationOccurrence({ node, kind }: Declaration): Occurrence {
  return { name: nameOf(node), at: node, node, kinds: [kind], declares: true };
}

/** The occurrence at a node, if it is one. In a path with several names, the one at the position. */
export function occurrenceAt(file: File, node: Node, position?: Position): Occurrence | undefined {
  if (node.kind !== "scalar") return undefined;
  const use = findOccurrences(file, nameOf(node)).find(({ at }) => at === node);
  if (use || !position) return use;
  return namesInFingerprints(converted(file).value).find(
    (one) => one.node === node && containsPosition(rangeOf(file, one.at), position),
  );
}

/**
 * The kinds that an occurrence refers to in an establishment: those that declare the name, or all possible ones if none
 * does.
 */
export function meaningOfOccurrence(
  snapshot: Snapshot,
  { name, kinds: possible, declares }: Occurrence,
): readonly string[] {
  if (declares) return possible;
  const found = possible.filter(
    (kind) => kinds.get(kind)?.predeclared.has(name) || declarationsIn(snapshot, name, [kind]).length > 0,
  );
  return found.length > 0 ? found : possible;
}

/** The declarations of a name in an establishment: first in its own files, then in its bases from the topmost. */
export function declarationsIn(
  snapshot: Snapshot,
  name: string,
  among: readonly string[],
): readonly Occurrence[] {
  return [...snapshot.members, ...snapshot.bases].flatMap((file) =>
    occurrencesOfKinds(file, name, among).filter((use) => use.declares),
  );
}

/** All declarations of a kind in an establishment, in the same order. */
export function declaredIn({ members, bases }: Snapshot, kind: string): readonly Occurrence[] {
  return [...members, ...bases].flatMap((file) =>
    declarationsOf(file).filter(({ kinds: [one] }) => one === kind),
  );
}

/** The occurrences of a name in a file that may be of some of these kinds. */
export function occurrencesOfKinds(
  file: File,
  name: string,
  among: readonly string[],
): readonly Occurrence[] {
  return findOccurrences(file, name).filter((use) => use.kinds.some((kind) => among.includes(kind)));
}

/** All occurrences of a name: in the establishment, and in those that share the name with it through a base. */
export function occurrencesOf(workspace: Workspace, snapshot: Snapshot, use: Occurrence): SymbolOccurrences {
  const among = meaningOfOccurrence(snapshot, use);
  const uses = new Map<File, readonly Occurrence[]>();
  const snapshots = new Set(workspace.of(use.node.block.uri));
  // Snapshots are added to the set during the iteration.
  for (const one of snapshots) {
    for (const file of [...one.members, ...one.bases].filter((file) => !uses.has(file))) {
      const found = occurrencesMeaning(one, file, use.name, among);
      uses.set(file, found);
      const shared = found.length > 0 && workspace.layout.bases.has(file.uri);
      for (const other of shared ? workspace.of(file.uri) : []) snapshots.add(other);
    }
  }
  return { name: use.name, kinds: among, uses: [...uses.values()].flat() };
}

/** All occurrences of a name in one establishment: in its own files and its bases. */
export function occurrencesWithin(snapshot: Snapshot, use: Occurrence): SymbolOccurrences {
  const among = meaningOfOccurrence(snapshot, use);
  const files = [...snapshot.members, ...snapshot.bases];
  const uses = files.flatMap((file) => occurrencesMeaning(snapshot, file, use.name, among));
  return { name: use.name, kinds: among, uses };
}

function occurrencesMeaning(
  snapshot: Snapshot,
  file: File,
  name: string,
  among: readonly string[],
): readonly Occurrence[] {
  return occurrencesOfKinds(file, name, among).filter(
    (other) => other.declares || sameMeaning(snapshot, other, among),
  );
}

function sameMeaning(snapshot: Snapshot, use: Occurrence, among: readonly string[]): boolean {
  return meaningOfOccurrence(snapshot, use).some((kind) => among.includes(kind));
}

import { memo } from "../memo.ts";
import { converted } from "../schema/convert.ts";
import type { Facts } from "../schema/facts.ts";
import { kinds } from "../schema/kinds.ts";
import type { MapValue, Value } from "../schema/value.ts";
import { type File, type Position, rangeOf } from "../syntax/file.ts";
import { within } from "../syntax/navigate.ts";
import type { Node, ScalarNode, Span } from "../syntax/tree.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Workspace } from "./workspace.ts";

/** A place where a name stands: what declares it, or mentions it. */
export interface Use {
  readonly name: string;
  readonly at: Span;
  readonly node: ScalarNode;
  /** The kinds of which it may be a name. */
  readonly kinds: readonly string[];
  readonly declares: boolean;
}

/** A name, what it names, and everywhere it stands in the establishments that share it. */
export interface Named {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly uses: readonly Use[];
}

/** Where names stand in a file, by name. */
export const usesIn = memo((file: File): ReadonlyMap<string, readonly Use[]> => {
  const byName = new Map<string, Use[]>();
  const add = (node: ScalarNode, kinds: readonly string[], declares: boolean): void => {
    const name = node.text.normalize("NFC");
    push(byName, { name, at: node, node, kinds, declares });
  };
  const { facts, value } = converted(file);
  const seen = new Set<Facts>();
  const walk = (one: Facts): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const { node, kind } of one.declarations) add(node, [kind], true);
    for (const { node, mentions } of one.mentions) add(node, mentions.kinds, false);
    for (const below of one.below) walk(below);
  };
  walk(facts);
  for (const use of fingerprints(value)) push(byName, use);
  return byName;
});

function push(byName: Map<string, Use[]>, use: Use): void {
  const same = byName.get(use.name);
  if (same) same.push(use);
  else byName.set(use.name, [use]);
}

/** Sections whose names may stand in the path of a fingerprint: `profils-professeurs/Profil 1`. */
const prefixes = [...kinds.values()].flatMap(({ name, at, paths }) =>
  at === "key"
    ? paths.filter((path) => !path.includes("*")).map((path) => [name, `${path.join("/")}/`] as const)
    : [],
);

function* fingerprints(root: MapValue): Iterable<Use> {
  const steps = root.get("deroulement") as Value | undefined;
  if (steps?.kind !== "map") return;
  for (const step of steps.entries.values()) {
    const value = step.value as Value;
    const paths = value.kind === "map" ? (value.get("empreinte") as Value | undefined) : undefined;
    if (paths?.kind !== "map") continue;
    for (const { key } of paths.entries.values()) yield* fingerprint(key as ScalarNode);
  }
}

function* fingerprint(node: ScalarNode): Iterable<Use> {
  for (const [kind, prefix] of prefixes) {
    if (!node.text.startsWith(prefix)) continue;
    const [name = ""] = node.text.slice(prefix.length).split("/", 1);
    const from = node.col + (node.style === "plain" ? 0 : 1) + prefix.length;
    const at = { ...node, col: from, endLine: node.line, endCol: from + name.length };
    yield { name: unescaped(name).normalize("NFC"), at, node, kinds: [kind], declares: false };
  }
}

/** As in JSON Pointer, a slash in a name of a path is `~1`, a tilde `~0`. */
function unescaped(segment: string): string {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}

/** The use of a name by a node, if it is one; in a path of several names, that at a position. */
export function useAt(file: File, node: Node, position?: Position): Use | undefined {
  if (node.kind !== "scalar") return undefined;
  const uses = [...usesIn(file).values()].flat().filter((use) => use.node === node);
  return (
    uses.find(({ at }) => at === node) ??
    uses.find(({ at }) => position && within(rangeOf(file, at), position))
  );
}

/** What a use of a name means in an establishment: the kinds in which that name is declared, else those that it may be of. */
export function meant(snapshot: Snapshot, { name, kinds: possible, declares }: Use): readonly string[] {
  if (declares) return possible;
  const found = possible.filter(
    (kind) => kinds.get(kind)?.predeclared.has(name) || declarationsIn(snapshot, name, [kind]).length > 0,
  );
  return found.length > 0 ? found : possible;
}

/** Where a name is declared in an establishment: its own files first, then its bases from the topmost. */
export function declarationsIn(snapshot: Snapshot, name: string, among: readonly string[]): readonly Use[] {
  return [...snapshot.members, ...snapshot.bases].flatMap((file) =>
    usesOf(file, name, among).filter((use) => use.declares),
  );
}

/** What is declared of a kind in an establishment, in the same order. */
export function declaredIn({ members, bases }: Snapshot, kind: string): readonly Use[] {
  return [...members, ...bases].flatMap((file) => declared(file).get(kind) ?? []);
}

const declared = memo((file: File): ReadonlyMap<string, readonly Use[]> => {
  const byKind = new Map<string, Use[]>();
  for (const use of [...usesIn(file).values()].flat().filter(({ declares }) => declares)) {
    const [kind = ""] = use.kinds;
    const same = byKind.get(kind);
    if (same) same.push(use);
    else byKind.set(kind, [use]);
  }
  return byKind;
});

function usesOf(file: File, name: string, among: readonly string[]): readonly Use[] {
  return (
    usesIn(file)
      .get(name)
      ?.filter((use) => use.kinds.some((kind) => among.includes(kind))) ?? []
  );
}

/** A name with all its uses: in the establishment, and in those that share it with this one through a base. */
export function named(workspace: Workspace, snapshot: Snapshot, use: Use): Named {
  const among = meant(snapshot, use);
  const uses = new Map<File, readonly Use[]>();
  const snapshots = new Set(workspace.of(use.node.block.uri));
  // A set is walked with what is added on the way.
  for (const one of snapshots) {
    for (const file of [...one.members, ...one.bases].filter((file) => !uses.has(file))) {
      const found = usesOf(file, use.name, among).filter(
        (other) => other.declares || sameMeaning(one, other, among),
      );
      uses.set(file, found);
      const shared = found.length > 0 && workspace.layout.bases.has(file.uri);
      for (const other of shared ? workspace.of(file.uri) : []) snapshots.add(other);
    }
  }
  return { name: use.name, kinds: among, uses: [...uses.values()].flat() };
}

function sameMeaning(snapshot: Snapshot, use: Use, among: readonly string[]): boolean {
  return meant(snapshot, use).some((kind) => among.includes(kind));
}

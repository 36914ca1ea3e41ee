import {
  declarationsOf,
  declaredIn,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  occurrencesWithin,
  type SymbolOccurrences,
} from "../model/symbols.ts";
import type { File } from "../syntax/file.ts";
import { nodePathTo } from "../syntax/navigate.ts";
import type { Span } from "../syntax/tree.ts";
import type { AtPosition, Context } from "./context.ts";

/** The part of a context that says whose files an answer is about. */
export type Viewer = Pick<Context, "workspace" | "snapshot" | "file">;

/** Whether the file of a request is a base: what it says holds for all its heirs. */
export function isInBase({ workspace, file }: Pick<Viewer, "workspace" | "file">): boolean {
  return workspace.layout.bases.has(file.uri);
}

/**
 * The files that an answer about a file speaks of: those of its establishment and their bases. For a base: that base
 * and those above it, since its heirs differ.
 */
export function filesInView(viewer: Viewer): readonly File[] {
  const { snapshot, file } = viewer;
  const { members, bases } = snapshot;
  if (!isInBase(viewer)) return [...members, ...bases];
  return bases.slice(bases.findIndex(({ uri }) => uri === file.uri));
}

/** Whether a span is in one of these files. */
export function isInView(viewer: Viewer, at: Span): boolean {
  return filesInView(viewer).some(({ uri }) => uri === at.block.uri);
}

/**
 * All occurrences of a name, as far as they concern who asks: in an establishment, its own and those of its bases; in a
 * base, also those of all its heirs.
 */
export function occurrencesInView(viewer: Viewer, use: Occurrence): SymbolOccurrences {
  const { workspace, snapshot } = viewer;
  return isInBase(viewer) ? occurrencesOf(workspace, snapshot, use) : occurrencesWithin(snapshot, use);
}

/** The declarations among them. In a base, those of heirs only if neither it nor a base above it has one. */
export function declarationsInView(viewer: Viewer, { uses }: SymbolOccurrences): readonly Occurrence[] {
  const declared = uses.filter(({ declares }) => declares);
  const near = declared.filter(({ at }) => isInView(viewer, at));
  return near.length > 0 ? near : declared;
}

/**
 * The declarations of a kind that may be mentioned in a file: those in view; in a base, then those that all its heirs
 * have.
 */
export function declaredInView(viewer: Viewer, kind: string): readonly Occurrence[] {
  const own = filesInView(viewer).flatMap((file) =>
    declarationsOf(file).filter(({ kinds: [one] }) => one === kind),
  );
  return isInBase(viewer) ? [...own, ...declaredInAll(viewer, kind)] : own;
}

/** The declarations of the first heir whose names all other heirs declare too. */
function declaredInAll({ workspace, file }: Viewer, kind: string): readonly Occurrence[] {
  const [first, ...others] = workspace.of(file.uri);
  let common = first ? declaredIn(first, kind) : [];
  for (const heir of others) {
    if (common.length === 0) break;
    const names = new Set(declaredIn(heir, kind).map(({ name }) => name));
    common = common.filter(({ name }) => names.has(name));
  }
  return common;
}

/** The name at a position with the occurrences that concern who asks; `undefined` if there is no name. */
export function namedAt(viewer: Viewer, { position }: AtPosition): SymbolOccurrences | undefined {
  const node = nodePathTo(viewer.file, position)?.node;
  const use = node && occurrenceAt(viewer.file, node, position);
  return use && occurrencesInView(viewer, use);
}

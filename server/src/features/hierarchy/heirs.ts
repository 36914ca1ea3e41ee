import { resolveRelative } from "../../base/uri.ts";
import { baseReferencesIn, isMarker } from "../../model/layout.ts";
import { effectiveAt } from "../../model/origins.ts";
import { reach } from "../../model/reach.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import type { Workspace } from "../../model/workspace.ts";
import { converted } from "../../schema/convert.ts";
import type { File } from "../../syntax/file.ts";

/** The bases that a file names, if they exist. */
export function basesOf({ files }: Workspace, file: File): readonly File[] {
  return baseReferencesIn(file).flatMap(({ value }) => {
    const base = files.get(resolveRelative(file.uri, value) ?? "");
    return base && base.unreadable !== "missing" ? [base] : [];
  });
}

/** The bases and the markers of establishments that name a file as a base, in the order of their URIs. */
export function heirsOf({ files, layout }: Workspace, base: File): readonly File[] {
  if (!layout.bases.has(base.uri)) return [];
  return [...files.values()].filter(
    (file) => (isMarker(file.uri) || layout.bases.has(file.uri)) && names(file, base.uri),
  );
}

/** The markers of the establishments in which a value of a base is in effect, or a part of it if it is a map. */
export function markersWith(workspace: Workspace, base: File, path: readonly string[]): readonly File[] {
  const written = reach(converted(base).value, path).entry?.value;
  if (!written || !workspace.layout.bases.has(base.uri)) return [];
  const parts = written.kind === "map" ? written.nodes : [written.node];
  return workspace
    .of(base.uri)
    .filter((snapshot) => snapshot.establishment && isInEffect(snapshot, path, new Set(parts)))
    .flatMap(({ members }) => members.find(({ uri }) => isMarker(uri)) ?? []);
}

function isInEffect(snapshot: Snapshot, path: readonly string[], parts: ReadonlySet<object>): boolean {
  const effective = effectiveAt(snapshot, path);
  if (!effective) return false;
  return effective.kind === "map"
    ? effective.nodes.some((node) => parts.has(node))
    : parts.has(effective.node);
}

/** Whether a file names another one as its base. */
function names(file: File, base: string): boolean {
  return baseReferencesIn(file).some(({ value }) => resolveRelative(file.uri, value) === base);
}

import { compareNames } from "../base/name-order.ts";
import { folderOf, isUnder, relativeTo } from "../base/uri.ts";
import type { Workspace } from "../model/workspace.ts";
import { converted } from "../schema/convert.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import { inheritsFrom } from "./possible-bases.ts";

/**
 * The files from which a new establishment in a folder of `parent` may inherit, the nearest first: those that are bases, or
 * could be, as they belong to no establishment. A base may not lie outside of the folder that is open. URIs.
 */
export function nearestBases(workspace: Workspace, parent: string): readonly string[] {
  const { roots, layout } = workspace;
  const root = roots.find((one) => isUnder(parent, one));
  if (roots.length > 0 && root === undefined) return [];
  return [...layout.bases, ...layout.orphans]
    .filter((uri) => isBase(workspace, uri) && (root === undefined || isUnder(uri, root)))
    .map((uri) => ({ uri, path: relativeTo(parent, uri) }))
    .toSorted(nearestFirst)
    .map(({ uri }) => uri);
}

/**
 * Those of the nearest bases that may be proposed without being asked for, the best first. What other folders share among
 * themselves is not among them, nor a base from which one that is as near inherits: that one brings it along.
 */
export function proposedBases(workspace: Workspace, parent: string): readonly string[] {
  const near = nearestBases(workspace, parent)
    .filter((uri) => isSharedWith(workspace, uri, parent))
    // What is proposed is written and told.
    .filter((uri) => !isPrivateName(relativeTo(parent, uri)));
  const bringsAlong = (other: string, uri: string) =>
    distance(parent, other) === distance(parent, uri) &&
    inheritsFrom(workspace, other, uri) &&
    !inheritsFrom(workspace, uri, other);
  return near.filter((uri) => !near.some((other) => other !== uri && bringsAlong(other, uri)));
}

/** What is nearer comes first: fewer folders lie between. */
export function nearestFirst(one: { readonly path: string }, other: { readonly path: string }): number {
  return farther(one, other) || compareNames(one.path, other.path, "fr");
}

/** By how many folders more one path lies away than another one. */
export function farther(one: { readonly path: string }, other: { readonly path: string }): number {
  return steps(one.path) - steps(other.path);
}

function distance(parent: string, uri: string): number {
  return steps(relativeTo(parent, uri));
}

function steps(path: string): number {
  return path.split("/").length;
}

/**
 * Whether a base is for the establishments of a folder too. It is for the innermost folder that has it and all of its heirs.
 * Without heirs it is for its own folder, and, where no establishment is in that, for those around.
 */
function isSharedWith({ layout }: Workspace, base: string, parent: string): boolean {
  let shared = folderOf(base);
  const heirs = layout.projects.filter(({ bases }) => bases.includes(base));
  if (heirs.length === 0 && !layout.projects.some(({ folder }) => isUnder(folder, shared)))
    return isUnder(parent, shared) || isUnder(shared, parent);
  for (const { folder } of heirs) while (!isUnder(folder, shared)) shared = folderOf(shared);
  return isUnder(parent, shared);
}

/** Whether a file can be read, and says nothing that belongs to one establishment alone. */
function isBase({ files }: Workspace, uri: string): boolean {
  const file = files.get(uri);
  if (!file || file.unreadable) return false;
  const sections = converted(file).value.entries;
  const identity = sections.get("etablissement")?.value;
  return !sections.has("deroulement") && !(identity?.kind === "map" && identity.entries.has("rne"));
}

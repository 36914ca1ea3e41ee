import { heritageOf, isMarker, type Plot } from "../model/layout.ts";
import type { Workspace } from "../model/workspace.ts";
import { say } from "../say.ts";
import { folderOf, isUnder, joined } from "../uri.ts";
import { UsageError } from "./command.ts";

/** All establishments of a workspace; a file that belongs to none counts as one. */
export function whole({ layout }: Workspace): readonly Plot[] {
  return [...layout.plots, ...layout.orphans.map((uri) => ({ folder: uri, members: [uri], bases: [] }))];
}

/** Those of which something changed: a file of theirs, a base, or the marker of an establishment that they held or hold. */
export function touched(
  workspace: Workspace,
  plots: readonly Plot[],
  changed: ReadonlySet<string>,
): readonly Plot[] {
  const folders = workspace.layout.plots.map(({ folder }) => folder);
  return plots.filter((plot) => {
    const { folder, members, bases } = plot;
    if ([...members, ...bases, ...basesNamed(workspace, plot)].some((uri) => changed.has(uri))) return true;
    return [...changed].some((uri) => {
      // What was deleted belonged to the nearest establishment above; what held a marker may hold another's files now.
      const from = isMarker(uri) ? folderOf(folderOf(uri)) : folderOf(uri);
      return nearest(from, folders) === folder || (isMarker(uri) && isUnder(folder, folderOf(uri)));
    });
  });
}

/** Bases that are named and may be gone. */
function basesNamed({ files }: Workspace, { members, bases }: Plot): readonly string[] {
  return [...members.filter(isMarker), ...bases].flatMap((uri) => {
    const file = files.get(uri);
    return file ? heritageOf(file).flatMap(({ value }) => joined(uri, value) ?? []) : [];
  });
}

function nearest(folder: string, folders: readonly string[]): string | undefined {
  for (let at = folder; at.includes("/"); at = folderOf(at)) if (folders.includes(at)) return at;
  return undefined;
}

/** The share of them that `i/n` means: each belongs to exactly one share. */
export function share(plots: readonly Plot[], text: string): readonly Plot[] {
  const [, index = "", total = ""] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (index === "" || Number(index) > Number(total)) {
    throw new UsageError(say("“{0}” is no share: write {1} for the first of three.", text, "--shard 1/3"));
  }
  return plots.filter((_, at) => at % Number(total) === Number(index) - 1);
}

/** The workspace with these establishments only, and what they stand on. */
export function restricted(workspace: Workspace, plots: readonly Plot[]): Workspace {
  const kept = new Set(plots.flatMap(({ members, bases }) => [...members, ...bases]));
  const gone = [...workspace.files.keys()].filter((uri) => !kept.has(uri));
  return workspace.with(gone.map((uri) => [uri, undefined]));
}

import { message } from "../base/message.ts";
import { folderOf, resolveRelative } from "../base/uri.ts";
import { baseReferencesIn, isMarker, nearest, type ProjectFiles } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";
import { type CheckScope, sorted } from "./scope.ts";
import type { RetainedResult, SweepResult } from "./sweep.ts";

/** The bases that the files of an establishment name, those that are gone among them. */
export function basesNamed({ members, bases }: Snapshot): readonly string[] {
  const files = [...members.filter(({ uri }) => isMarker(uri)), ...bases];
  return files.flatMap((file) =>
    baseReferencesIn(file).flatMap(({ value }) => resolveRelative(file.uri, value) ?? []),
  );
}

/** All establishments; a file that belongs to none counts as one. */
export function whole<T>({ plots, orphans }: SweepResult<T>): readonly RetainedResult<T>[] {
  return [...plots, ...orphans];
}

/** Those of which something changed: a file of theirs, a base, or the marker of an establishment that they held or hold. */
export function touched(
  plots: readonly RetainedResult<readonly string[]>[],
  changed: ReadonlySet<string>,
): readonly ProjectFiles[] {
  const folders = new Map(plots.map((plot) => [plot.folder, plot]));
  // What was deleted belonged to the nearest establishment above; what held a marker may hold another's files now.
  const homes = new Set([...changed].map((uri) => nearest(isMarker(uri) ? folderOf(uri) : uri, folders)));
  const marked = new Map([...changed].filter(isMarker).map((uri) => [folderOf(uri), true]));
  return plots.filter((plot) => {
    const { folder, members, bases, result: named } = plot;
    return (
      homes.has(plot) ||
      marked.has(folder) ||
      nearest(folder, marked) ||
      [...members, ...bases, ...named].some((uri) => changed.has(uri))
    );
  });
}

/** The share of them that `i/n` means: each belongs to exactly one share. */
export function share<P extends ProjectFiles>(plots: readonly P[], text: string): readonly P[] {
  const [, index = "", total = ""] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (index === "" || Number(index) > Number(total)) {
    throw new UsageError(
      message("“{0}” is no share: write {1} for the first of three.", text, "--shard 1/3"),
    );
  }
  return plots.filter((_, at) => at % Number(total) === Number(index) - 1);
}

/** These establishments only, and what they stand on. */
export function restricted({ roots, today, read }: CheckScope, plots: readonly ProjectFiles[]): CheckScope {
  return { uris: sorted(plots.flatMap(({ members, bases }) => [...members, ...bases])), roots, today, read };
}

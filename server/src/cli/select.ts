import { say } from "../base/say.ts";
import { folderOf, joined } from "../base/uri.ts";
import { heritageOf, isMarker, nearest, type Plot } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";
import { type Scope, sorted } from "./scope.ts";
import type { Kept, Swept } from "./sweep.ts";

/** The bases that the files of an establishment name, those that are gone among them. */
export function basesNamed({ members, bases }: Snapshot): readonly string[] {
  const files = [...members.filter(({ uri }) => isMarker(uri)), ...bases];
  return files.flatMap((file) => heritageOf(file).flatMap(({ value }) => joined(file.uri, value) ?? []));
}

/** All establishments; a file that belongs to none counts as one. */
export function whole<T>({ plots, orphans }: Swept<T>): readonly Kept<T>[] {
  return [...plots, ...orphans];
}

/** Those of which something changed: a file of theirs, a base, or the marker of an establishment that they held or hold. */
export function touched(
  plots: readonly Kept<readonly string[]>[],
  changed: ReadonlySet<string>,
): readonly Plot[] {
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
export function share<P extends Plot>(plots: readonly P[], text: string): readonly P[] {
  const [, index = "", total = ""] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (index === "" || Number(index) > Number(total)) {
    throw new UsageError(say("“{0}” is no share: write {1} for the first of three.", text, "--shard 1/3"));
  }
  return plots.filter((_, at) => at % Number(total) === Number(index) - 1);
}

/** These establishments only, and what they stand on. */
export function restricted({ roots, today, read }: Scope, plots: readonly Plot[]): Scope {
  return { uris: sorted(plots.flatMap(({ members, bases }) => [...members, ...bases])), roots, today, read };
}

import { message } from "../base/message.ts";
import { folderOf, resolveRelative } from "../base/uri.ts";
import { baseReferencesIn, isMarker, nearest, type ProjectFiles } from "../model/layout.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UsageError } from "./command.ts";
import { type CheckScope, sorted } from "./scope.ts";
import type { RetainedResult, SweepResult } from "./sweep.ts";

/** The canonical URIs of the bases that an establishment names, including missing ones. */
export function basesNamed({ members, bases }: Snapshot): readonly string[] {
  const files = [...members.filter(({ uri }) => isMarker(uri)), ...bases];
  return files.flatMap((file) =>
    baseReferencesIn(file).flatMap(({ value }) => resolveRelative(file.uri, value) ?? []),
  );
}

/** The results of all establishments and of all files without one. */
export function allResults<T>({ establishments, orphans }: SweepResult<T>): readonly RetainedResult<T>[] {
  return [...establishments, ...orphans];
}

/**
 * The establishments affected by changed files: their own, their bases, or the marker of another establishment in a
 * folder around or inside theirs, which may have moved files from one to the other.
 */
export function changedEstablishments(
  establishments: readonly RetainedResult<readonly string[]>[],
  changed: ReadonlySet<string>,
): readonly RetainedResult<readonly string[]>[] {
  const folders = new Map(establishments.map((establishment) => [establishment.folder, establishment]));
  // A deleted file belonged to the nearest establishment above it; a folder that lost its marker now belongs to
  // another.
  const owners = new Set([...changed].map((uri) => nearest(isMarker(uri) ? folderOf(uri) : uri, folders)));
  const marked = new Map([...changed].filter(isMarker).map((uri) => [folderOf(uri), true]));
  return establishments.filter((establishment) => {
    const { folder, members, bases, result: named } = establishment;
    return (
      owners.has(establishment) ||
      marked.has(folder) ||
      nearest(folder, marked) ||
      [...members, ...bases, ...named].some((uri) => changed.has(uri))
    );
  });
}

/**
 * The share `i/n` of a list: each item is in exactly one of n shares. Throws a `UsageError` if the text is malformed.
 */
export function shardOf<P extends ProjectFiles>(establishments: readonly P[], text: string): readonly P[] {
  const [, index = "", total = ""] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (index === "" || Number(index) > Number(total)) {
    throw new UsageError(
      message("“{0}” is not a share: write {1} for the first of three.", text, "--shard 1/3"),
    );
  }
  return establishments.filter((_, at) => at % Number(total) === Number(index) - 1);
}

/** A scope limited to the files and bases of these establishments. */
export function restricted(
  { roots, within, today, read }: CheckScope,
  establishments: readonly (ProjectFiles & Pick<RetainedResult<unknown>, "isBeyond">)[],
): CheckScope {
  return {
    beyond: new Set(establishments.flatMap(({ isBeyond, members }) => (isBeyond ? members : []))),
    uris: sorted(establishments.flatMap(({ members, bases }) => [...members, ...bases])),
    roots,
    within,
    today,
    read,
  };
}

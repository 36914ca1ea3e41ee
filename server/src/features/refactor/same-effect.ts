import { establishmentOf } from "../../model/establishment.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { MapValue, Value } from "../../schema/value.ts";
import type { Draft } from "./draft.ts";
import type { IsChanged } from "./refactoring.ts";

/** Whether the establishments that a draft is about have the same effective values before and after it. */
export function hasSameEffect(draft: Draft, isChanged: IsChanged = () => false): boolean {
  const { before, workspace: after } = draft;
  const uris = [...draft.edits().keys(), ...draft.creates.map(({ uri }) => uri)];
  const known = foldersOf(before, uris);
  const changed = new Set([...known, ...foldersOf(after, uris)]);
  return [...changed].every((folder) => {
    const [one, other] = [before, after].map((workspace) =>
      workspace.snapshots.find((snapshot) => snapshot.folder === folder),
    );
    return (
      one !== undefined &&
      other !== undefined &&
      sameMap(establishmentOf(one).value, establishmentOf(other).value, [], isChanged)
    );
  });
}

function foldersOf(workspace: Workspace, uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => workspace.of(uri)).map(({ folder }) => folder);
}

/** Whether two effective maps at a path say the same, but for what may change. The order of keys does not count. */
function sameMap(one: MapValue, other: MapValue, path: readonly string[], isChanged: IsChanged): boolean {
  const names = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return (
    one.open === other.open &&
    one.opaque === other.opaque &&
    [...names].every((name) => {
      const [a, b] = [one.entries.get(name)?.value, other.entries.get(name)?.value];
      const below = [...path, name];
      return a === b || isChanged(below) || (a && b && sameEffect(a, b, below, isChanged));
    })
  );
}

function sameEffect(one: Value, other: Value, path: readonly string[], isChanged: IsChanged): boolean {
  if (one.kind === "map") return other.kind === "map" && sameMap(one, other, path, isChanged);
  if (one.kind === "leaf") return other.kind === "leaf" && one.value === other.value;
  if (one.kind !== "list" || other.kind !== "list") return one.kind === other.kind;
  return (
    one.items.length === other.items.length &&
    one.items.every((item, at) => {
      const same = other.items[at];
      return same !== undefined && sameEffect(item, same, path, isChanged);
    })
  );
}

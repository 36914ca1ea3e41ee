import { appendAll } from "../base/append-all.ts";
import { memo } from "../base/memo.ts";
import { converted } from "../schema/convert.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { kinds } from "../schema/kinds.ts";
import { rootSchema } from "../schema/schema.ts";
import { MapValue, type TypedMap } from "../schema/value.ts";
import { conflictsIn } from "../syntax/conflicts.ts";
import type { File } from "../syntax/file.ts";
import type { Problem } from "../syntax/problem.ts";
import { type MergeResult, mergeThings } from "./inheritance.ts";
import { mapAt, withMap } from "./map-at.ts";
import { overlay, unite } from "./merge.ts";
import type { Snapshot } from "./snapshot.ts";
import { withUnderlying } from "./underlying.ts";

/** The effective values of an establishment; each leaf knows the node that it comes from. */
export interface Establishment {
  readonly value: TypedMap<Pronote>;
  readonly problems: readonly Problem[];
}

/** The establishment of a snapshot. A value that did not change is the same object as in the snapshot before. */
export const establishmentOf = memo((snapshot: Snapshot): Establishment => {
  const members = unite(snapshot.members.map(sharedBy));
  const merged = withInheritance(overlay([members.value, ...snapshot.bases.map(sharedBy)]));
  return {
    // The types are generated from the schema that the values were converted with.
    value: withUnderlying(merged.value) as TypedMap<Pronote>,
    problems: merged.problems.length > 0 ? [...members.problems, ...merged.problems] : members.problems,
  };
});

/**
 * The part of a file that counts for the whole establishment: all but the keys about the file itself. Nothing of a file
 * with git conflicts is known: which of its lines count, and below what, is still to be decided.
 */
export function sharedBy(file: File): MapValue {
  const { value } = converted(file);
  return conflictsIn(file.root).length > 0 ? unknownContent(value) : withoutOwn(value);
}

const unknownContent = memo(
  (value: MapValue) => new MapValue(value.schema, new Map(), value.nodes, { open: true }),
);

const ownKeys = [...rootSchema.properties].flatMap(([key, schema]) => (schema.ownFile ? [key] : []));

const withoutOwn = memo((value: MapValue): MapValue => {
  if (!ownKeys.some((key) => value.entries.has(key))) return value;
  const entries = new Map([...value.entries].filter(([key]) => !ownKeys.includes(key)));
  return new MapValue(value.schema, entries, value.nodes, value);
});

/** The paths to the maps whose things may inherit from others. `niveaux` come first, as classes inherit from them. */
export const inheritingPaths = [...kinds.values()]
  .filter(
    ({ at, schema }) =>
      at === "key" && [...(schema.additional?.properties.values() ?? [])].some((key) => key.inherits),
  )
  .flatMap(({ paths }) => paths)
  .filter((path) => !path.includes("*"))
  .sort((a, b) => rank(a) - rank(b));

function rank([section]: readonly string[]): number {
  return ["niveaux", "classes", "groupes-eleves"].indexOf(section ?? "") >>> 0;
}

/** Merges each thing with those that its `comme` and `niveau` name. */
function withInheritance(root: MapValue): MergeResult {
  let value = root;
  const problems: Problem[] = [];
  for (const path of inheritingPaths) {
    const map = mapAt(value, path);
    if (!map) continue;
    const lower = lowerSections(path).map((section) => mapAt(value, [section]) ?? NOTHING);
    const merged = mergeThings([map, ...lower]);
    if (merged.value !== map) value = withMap(value, path, merged.value);
    appendAll(problems, merged.problems);
  }
  return { value, problems };
}

/** The sections from which things take over more than `comme` names, and that decide about it. */
function lowerSections([section]: readonly string[]): readonly string[] {
  if (section === "classes") return ["niveaux"];
  return section === "groupes-eleves" ? ["classes", "niveaux"] : [];
}

const NOTHING = new MapValue(rootSchema, new Map(), []);

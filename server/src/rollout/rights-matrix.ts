import type { Localize } from "../base/message.ts";
import { establishmentOf } from "../model/establishment.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { rootSchema, type Schema, schemaAt } from "../schema/schema.ts";
import { type MapValue, mapsIn, type Value } from "../schema/value.ts";
import { isPrivateName } from "../syntax/private-names.ts";
import { PROFILE_KINDS } from "./profile-kinds.ts";
import { shownName } from "./shown-name.ts";
import { HIDDEN, isHiddenAt } from "./value-words.ts";

/** Who may do what in one kind of access: the effective rights of all its profiles, or of all its groups. */
export interface RightsMatrix {
  /** What the columns are, in words: “Profils de professeurs”. */
  readonly title: string;
  readonly columns: readonly RightsColumn[];
  readonly rows: readonly RightsRow[];
}

/** A profile or a group. */
export interface RightsColumn {
  readonly name: string;
  /** How many people are written to have it. */
  readonly people: number;
}

/** A right, and for each column whether it is granted; `null` where nobody wrote it, so that PRONOTE's own setting holds. */
export interface RightsRow {
  readonly category: string;
  readonly right: string;
  readonly granted: readonly (boolean | null)[];
}

/**
 * The effective rights of an establishment, for the register that the RGPD asks for: what `comme` takes over counts, and
 * a right that no profile of its kind writes has no row. Kinds without profiles are left out.
 */
export function rightsOf(snapshot: Snapshot, localize: Localize): readonly RightsMatrix[] {
  const root: MapValue = establishmentOf(snapshot).value;
  return PROFILE_KINDS.flatMap((profileKind) => {
    const { kind } = profileKind;
    const map = root.get(kind);
    const profiles = map?.kind === "map" ? [...mapsIn(map)] : [];
    if (profiles.length === 0) return [];
    const all = profiles.map(({ value }) => value.get("autorisations"));
    return [
      {
        title: titleOf(rootSchema.properties.get(kind), kind, localize),
        columns: profiles.map(({ name, key }) => ({
          name: shownName(name, key, snapshot),
          people: holdersOf(root, profileKind, name),
        })),
        rows: rowsOf(kind, all, snapshot, localize),
      },
    ];
  });
}

function holdersOf(root: MapValue, { key, of }: (typeof PROFILE_KINDS)[number], name: string): number {
  let count = 0;
  for (const section of of) {
    const people = root.get(section);
    if (people?.kind !== "map") continue;
    const otherwise = schemaAt([section, "*", key])?.default;
    for (const { value } of mapsIn(people)) {
      const profile = value.get(key);
      const has = profile?.kind === "leaf" ? profile.value : value.has(key) ? undefined : otherwise;
      if (has === name) count++;
    }
  }
  return count;
}

function rowsOf(
  section: string,
  all: readonly (Value | undefined)[],
  snapshot: Snapshot,
  localize: Localize,
): readonly RightsRow[] {
  const schema = schemaAt([section, "*", "autorisations"]);
  // In the order of PRONOTE's screens as the schema has it, then what only this establishment writes.
  const categories = keysIn(all, schema);
  return categories.flatMap((category) => {
    const below = all.map((one) => (one?.kind === "map" ? one.get(category) : undefined));
    const categorySchema = schema?.properties.get(category);
    return keysIn(below, categorySchema).flatMap((right) => {
      const granted = below.map((one) => boxOf(one, right, snapshot));
      if (granted.every((box) => box === null)) return [];
      return [
        {
          category: titleOf(categorySchema, category, localize),
          right: titleOf(categorySchema?.properties.get(right), right, localize),
          granted,
        },
      ];
    });
  });
}

function keysIn(maps: readonly (Value | undefined)[], schema: Schema | undefined): readonly string[] {
  const written = new Set(maps.flatMap((map) => (map?.kind === "map" ? [...map.entries.keys()] : [])));
  const known = [...(schema?.properties.keys() ?? [])].filter((key) => written.has(key));
  return [...known, ...[...written].filter((key) => !known.includes(key))];
}

/** Whether a right is granted; a box on a line that is not shown is taken for one that nobody wrote. */
function boxOf(rights: Value | undefined, right: string, snapshot: Snapshot): boolean | null {
  const box = rights?.kind === "map" ? rights.get(right) : undefined;
  if (box?.kind !== "leaf" || typeof box.value !== "boolean" || isHiddenAt(box.node, snapshot)) return null;
  return box.value;
}

function titleOf(schema: Schema | undefined, key: string, localize: Localize): string {
  if (schema?.title) return localize(schema.title);
  return isPrivateName(key) ? HIDDEN : key;
}

import type { Localize } from "../base/message.ts";
import type { Pronote } from "../schema/generated/types.ts";
import { rootSchema, type Schema, schemaAt } from "../schema/schema.ts";
import { type MapValue, mapsIn, type TypedMap, type Value } from "../schema/value.ts";
import { shownName } from "./shown-name.ts";

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

/** Where people say which profile they have: the section of the people, and the key. */
interface Holders {
  readonly section: "professeurs" | "personnels";
  readonly key: string;
}

/** The kinds of access, and who has them. */
const KINDS: readonly { readonly section: keyof Pronote & string; readonly holders: readonly Holders[] }[] = [
  {
    section: "profils-professeurs",
    holders: [{ section: "professeurs", key: "profil" }],
  },
  {
    section: "profils-personnels",
    holders: [
      { section: "personnels", key: "mode-vie-scolaire" },
      { section: "professeurs", key: "mode-vie-scolaire" },
    ],
  },
  {
    section: "groupes-utilisateurs",
    holders: [
      { section: "personnels", key: "mode-administratif" },
      { section: "professeurs", key: "mode-administratif" },
    ],
  },
];

/**
 * The effective rights of an establishment, for the register that the RGPD asks for: what `comme` takes over counts, and
 * a right that no profile of its kind writes has no row. Kinds without profiles are left out.
 */
export function rightsOf(root: TypedMap<Pronote>, localize: Localize): readonly RightsMatrix[] {
  return KINDS.flatMap(({ section, holders }) => {
    const map: Value | undefined = root.get(section);
    const profiles = map?.kind === "map" ? [...mapsIn(map)] : [];
    if (profiles.length === 0) return [];
    const all = profiles.map(({ value }) => value.get("autorisations"));
    return [
      {
        title: titleOf(rootSchema.properties.get(section), section, localize),
        columns: profiles.map(({ name }) => ({
          name: shownName(name),
          people: holdersOf(root, holders, name),
        })),
        rows: rowsOf(section, all, localize),
      },
    ];
  });
}

function holdersOf(root: MapValue, holders: readonly Holders[], name: string): number {
  let count = 0;
  for (const { section, key } of holders) {
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
  localize: Localize,
): readonly RightsRow[] {
  const schema = schemaAt([section, "*", "autorisations"]);
  // In the order of PRONOTE's screens as the schema has it, then what only this establishment writes.
  const categories = keysIn(all, schema);
  return categories.flatMap((category) => {
    const below = all.map((one) => (one?.kind === "map" ? one.get(category) : undefined));
    const categorySchema = schema?.properties.get(category);
    return keysIn(below, categorySchema).flatMap((right) => {
      const granted = below.map((one) => boxOf(one, right));
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

function boxOf(rights: Value | undefined, right: string): boolean | null {
  const box = rights?.kind === "map" ? rights.get(right) : undefined;
  return box?.kind === "leaf" && typeof box.value === "boolean" ? box.value : null;
}

function titleOf(schema: Schema | undefined, key: string, localize: Localize): string {
  return schema?.title ? localize(schema.title) : shownName(key);
}

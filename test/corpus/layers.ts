import { type Content, type Group, isGroup, put } from "./content.ts";
import { type Dice, diceAt } from "./dice.ts";

/** The part of a configuration in one file: the path of the file, and its value. */
export interface Part {
  readonly path: string;
  readonly content: Group;
}

/** Sections that may be in a base; the others belong to an establishment. */
const SHARED = new Set([
  ...["matieres", "niveaux", "maquettes", "referentiels", "groupes-utilisateurs", "profils-personnels"],
  ...[
    "profils-professeurs",
    "preferences-contact",
    "communication",
    "regimes",
    "autorisations-sortie",
    "absences",
  ],
  ...["securite", "rgpd", "projets-accompagnement", "periodes", "espaces", "salles"],
]);
const NAMES = ["identite", "classes", "reseau", "droits", "vie scolaire", "personnels", "périodes"];
/** Sections whose entries are never split. */
const WHOLE = new Set(["deroulement"]);
const MARKER = "ecole/etablissement.pronote.yaml";

/** Distributes a configuration over one to eight files of the establishment, and up to three bases. */
export function distributed(content: Group, seed: number, inherits = true): readonly Part[] {
  const d = diceAt(seed, "layers");
  const bases = inherits ? basesOf(d) : [];
  const members = 1 + d.of(8);
  const parts = new Map<string, Group>([[MARKER, {}]]);
  const place = (path: readonly string[], value: Content): void => {
    if (isSplit(path, value, seed)) {
      for (const [key, below] of Object.entries(value)) place([...path, key], below);
      return;
    }
    for (const [file, part] of filesFor(path, value, bases, members, seed)) {
      parts.set(file, put(parts.get(file) ?? {}, path, part));
    }
  };
  place([], content);
  return withInheritance(parts, bases, d);
}

function isSplit(path: readonly string[], value: Content, seed: number): value is Group {
  if (!isGroup(value) || Object.keys(value).length === 0) return false;
  if (path.length === 0) return true;
  const [section = ""] = path;
  return path.length < 3 && !WHOLE.has(section) && diceAt(seed, `split ${path.join("/")}`).chance(45);
}

/** The file for a value; possibly also a base with a different value, which has no effect. */
function filesFor(
  path: readonly string[],
  value: Content,
  bases: readonly string[],
  members: number,
  seed: number,
): readonly (readonly [file: string, content: Content])[] {
  const here = diceAt(seed, path.join("/"));
  const [section = ""] = path;
  const mayBeShared = SHARED.has(section) && bases.length > 0;
  if (mayBeShared && here.chance(40)) return [[here.pick(bases), value]];
  const own = memberOf(section === "format" ? 0 : here.of(members), seed);
  const baseValue = mayBeShared && here.chance(50) ? otherValue(value) : undefined;
  return [[own, value], ...(baseValue === undefined ? [] : [[here.pick(bases), baseValue] as const])];
}

/** A different value, for a base. */
function otherValue(value: Content): Content | undefined {
  if (typeof value === "boolean") return !value;
  return isGroup(value) && Object.values(value).every((part) => typeof part === "boolean")
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, !part]))
    : undefined;
}

function basesOf(d: Dice): readonly string[] {
  return ["academie.pronote.yaml", "commun/droits.pronote.yaml", "commun/collèges.pronote.yml"].slice(
    0,
    d.of(4),
  );
}

function memberOf(index: number, seed: number): string {
  if (index === 0) return MARKER;
  const folder = diceAt(seed, `folder ${index}`).chance(30) ? "ecole/suite" : "ecole";
  return `${folder}/${NAMES[index - 1]}.pronote.yaml`;
}

/** The marker inherits from all bases, or from the first, which inherits from the others. */
function withInheritance(
  parts: ReadonlyMap<string, Group>,
  bases: readonly string[],
  d: Dice,
): readonly Part[] {
  const named = new Map(parts);
  for (const base of bases) named.set(base, named.get(base) ?? {});
  const chained = d.chance(40) && bases.length > 1;
  const [first = "", ...rest] = bases;
  const fromMarker = chained ? [first] : bases;
  if (bases.length > 0)
    named.set(MARKER, { "herite-de": fromMarker.map((base) => `../${base}`), ...named.get(MARKER) });
  if (chained) {
    const links = rest.map((base) => (base.startsWith("commun/") ? base : `../${base}`));
    named.set(first, { "herite-de": links, ...named.get(first) });
  }
  return [...named].map(([path, content]) => ({ path, content }));
}

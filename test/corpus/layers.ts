import { type Dice, diceAt } from "./dice.ts";
import { type Group, isGroup, put, type SaidValue } from "./said.ts";

/** A file of an establishment: its path in the workspace, and what it says. */
export interface Part {
  readonly path: string;
  readonly said: Group;
}

/** What a base may hold: the rest is an establishment's own. */
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
/** Sections of which an entry is one whole. */
const WHOLE = new Set(["deroulement"]);
const MARKER = "ecole/etablissement.pronote.yaml";

/** Lays what an establishment says out in one to eight files, and in up to three bases. */
export function laidOut(said: Group, seed: number, inherits = true): readonly Part[] {
  const d = diceAt(seed, "layers");
  const bases = inherits ? basesOf(d) : [];
  const members = 1 + d.of(8);
  const parts = new Map<string, Group>([[MARKER, {}]]);
  const place = (path: readonly string[], value: SaidValue): void => {
    if (isSplit(path, value, seed)) {
      for (const [key, below] of Object.entries(value)) place([...path, key], below);
      return;
    }
    for (const [file, one] of homes(path, value, bases, members, seed)) {
      parts.set(file, put(parts.get(file) ?? {}, path, one));
    }
  };
  place([], said);
  return heirs(parts, bases, d);
}

function isSplit(path: readonly string[], value: SaidValue, seed: number): value is Group {
  if (!isGroup(value) || Object.keys(value).length === 0) return false;
  if (path.length === 0) return true;
  const [section = ""] = path;
  return path.length < 3 && !WHOLE.has(section) && diceAt(seed, `split ${path.join("/")}`).chance(45);
}

/** The file that says something; and a base that says something else, which does not hold. */
function homes(
  path: readonly string[],
  value: SaidValue,
  bases: readonly string[],
  members: number,
  seed: number,
): readonly (readonly [file: string, said: SaidValue])[] {
  const here = diceAt(seed, path.join("/"));
  const [section = ""] = path;
  const mayBeShared = SHARED.has(section) && bases.length > 0;
  if (mayBeShared && here.chance(40)) return [[here.pick(bases), value]];
  const own = memberOf(section === "format" ? 0 : here.of(members), seed);
  const under = mayBeShared && here.chance(50) ? otherValue(value) : undefined;
  return [[own, value], ...(under === undefined ? [] : [[here.pick(bases), under] as const])];
}

/** What a base may say where the establishment says something else. */
function otherValue(value: SaidValue): SaidValue | undefined {
  if (typeof value === "boolean") return !value;
  return isGroup(value) && Object.values(value).every((one) => typeof one === "boolean")
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, !one]))
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

/** The marker names the bases, in a list or one after the other. */
function heirs(parts: ReadonlyMap<string, Group>, bases: readonly string[], d: Dice): readonly Part[] {
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
  return [...named].map(([path, said]) => ({ path, said }));
}

import { foldName } from "../../base/closest.ts";
import { niveauxByClasse } from "../../model/niveaux.ts";
import type { ListKind } from "../../schema/lists.ts";
import type { MapValue } from "../../schema/value.ts";
import { type CellValue, NO_VALUE, numberIn, partsOf, single, wordIn } from "./cells.ts";
import type { KnownPeople } from "./known-people.ts";
import type { KnownPublics } from "./known-publics.ts";
import type { ListedValue } from "./listed-services.ts";

/** What the cells of a list of things are read with. */
export interface Lookup {
  readonly root: MapValue;
  readonly people: KnownPeople;
  readonly publics: KnownPublics;
}

const PERIODS = [
  [/^trim/, "trimestriel"],
  [/^sem/, "semestriel"],
  [/^ann/, "annee-continue"],
] as const;

type Read = (cell: string, lookup: Lookup) => ListedValue;

/** How the columns of each list are read that hold a setting. A column that is not here only names the thing. */
const READS: { readonly [K in ListKind]?: { readonly [column: string]: Read } } = {
  classes: {
    niveau: (cell, { root }) => (cell === "" ? "not-shown" : niveauIn(cell, root)),
    "professeur-principal": (cell, { people }) => people.valueOf(cell),
    periodicite: (cell) => (cell === "" ? "not-shown" : (wordIn(cell, PERIODS) ?? "not-understood")),
    filiere: (cell) => single(cell),
  },
  personnels: {
    fonction: (cell) => single(cell),
    "mode-administratif": (cell) => single(cell),
    "mode-vie-scolaire": (cell) => single(cell),
    classes: (cell, { publics, root }) => classesIn(cell, publics, root),
  },
  salles: {
    capacite: (cell) => (cell === "" ? "not-shown" : (numberIn(cell) ?? "not-understood")),
    gestionnaires: (cell, { people }) => people.valueOf(cell),
  },
};

/** The settings that a row of a list of things holds. */
export function listedValues(
  kind: ListKind,
  cells: ReadonlyMap<string, string>,
  lookup: Lookup,
): ReadonlyMap<string, ListedValue> {
  const reads = READS[kind] ?? {};
  return new Map(
    [...cells].flatMap(([column, cell]) => {
      const read = Object.hasOwn(reads, column) ? reads[column] : undefined;
      return read ? [[column, read(cell, lookup)] as const] : [];
    }),
  );
}

/** Columns of a list whose texts are compared as names are: without case and accents. */
export const FOLDED_COLUMNS: ReadonlySet<string> = new Set(["fonction", "filiere"]);

/** The niveau of a text such as `6EME`, `2nde`, or its own name. */
function niveauIn(cell: string, root: MapValue): ListedValue {
  const names = [...namesOf(root)];
  const exact = names.find((name) => foldName(name) === foldName(cell));
  const found = exact ?? names.find((name) => shortNiveau(name) === shortNiveau(cell));
  return found === undefined ? "not-understood" : { items: [found], shown: cell };
}

function* namesOf(root: MapValue): Generator<string> {
  const niveaux = root.get("niveaux");
  if (niveaux?.kind === "map") yield* niveaux.entries.keys();
  for (const names of niveauxByClasse(root).values()) yield* names;
}

/** A niveau without the ending of its number: `6EME`, `6ème` and `6e` are one. */
function shortNiveau(name: string): string {
  const folded = foldName(name);
  if (/^t(?:le|erm|erminale)\b/.test(folded)) return folded.replace(/^t(?:erminale|erm|le)/, "t");
  if (/^seconde\b/.test(folded)) return folded.replace(/^seconde/, "2");
  if (/^premiere\b/.test(folded)) return folded.replace(/^premiere/, "1");
  return folded.replace(/^(\d)-?(?:iemes?|emes?|es?|nde|de|ere|re)\b/, "$1");
}

/** The classes that a cell names; all of them for “Toutes”. */
function classesIn(cell: string, publics: KnownPublics, root: MapValue): ListedValue {
  const all = [...niveauxByClasse(root).keys()];
  if (/^tou(?:te)?s\b/.test(foldName(cell))) return { items: all, shown: cell };
  const found = partsOf(cell).map((part) => publics.classe(part)?.name);
  const known = found.flatMap((name) => name ?? []);
  if (known.length === 0 && found.length === 0) return NO_VALUE;
  return known.length < found.length ? "not-understood" : { items: [...new Set(known)], shown: cell };
}

/** The classes that names and niveaux select. */
export function selectedClasses(items: readonly string[], root: MapValue): readonly string[] {
  return [...niveauxByClasse(root)].flatMap(([name, niveaux]) =>
    items.includes("toutes") || items.includes(name) || niveaux.some((niveau) => items.includes(niveau))
      ? [name]
      : [],
  );
}

/** A value whose names are folded, for texts that lists write in another case. */
export function foldedValue<T extends CellValue>(value: T): T {
  return { ...value, items: value.items.map(foldName) };
}

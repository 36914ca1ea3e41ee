import { appendAll } from "../../base/append-all.ts";
import { foldName } from "../../base/closest.ts";
import { mapAt } from "../../model/map-at.ts";
import type { ListKind } from "../../schema/lists.ts";
import { leafAt, type MapValue } from "../../schema/value.ts";
import { looseCode, looseLabel } from "../spelling.ts";
import { differencesOf } from "./compare-values.ts";
import type { NamedSection } from "./comparison.ts";
import { type Found, nothingFound } from "./found.ts";
import { heldThing } from "./held-values.ts";
import { keptNames } from "./kept.ts";
import { KnownMatieres, strictLabel } from "./known-matieres.ts";
import { KnownPeople } from "./known-people.ts";
import { KnownPublics } from "./known-publics.ts";
import { type Lookup, listedValues } from "./listed-things.ts";
import type { ListRow, ListTable } from "./read-list.ts";
import { wantedServices } from "./wanted-services.ts";

/** The lists whose rows are things of a section of the same name. */
export type ThingKind = Exclude<ListKind, "services" | "cours">;

/** A thing that a row names: its name here, and the label of the list if that is spelt otherwise. */
interface NamedThing {
  readonly name: string;
  readonly spelt?: {
    readonly section: NamedSection;
    readonly label: string;
    readonly by: "spelling" | "code";
  };
}

type Find = (row: ListRow) => NamedThing | "namesakes" | undefined;

/** What PRONOTE has besides is a difference only where the configuration names all there are. */
const NAMES_ALL: ReadonlySet<ThingKind> = new Set(["classes", "professeurs", "personnels"]);

/** Compares a list of things of one section piece by piece. */
export function* compareThings(kind: ThingKind, table: ListTable, root: MapValue): Generator<void, Found> {
  const found = nothingFound();
  const kept = keptNames(root, "professeurs");
  const people = new KnownPeople(
    root,
    kind === "personnels" ? ["personnels"] : ["professeurs", "personnels"],
    kept,
  );
  const lookup = { root, people, publics: new KnownPublics(root) };
  const find = finderOf(kind, root, lookup);
  const seen = new Map<string, ListRow>();
  const open: ListRow[] = [];
  for (const row of table.rows) {
    yield;
    const thing = find(row);
    if (thing === undefined || thing === "namesakes") {
      open.push(row);
      continue;
    }
    if (seen.has(thing.name)) found.differences.push(twice(kind, thing.name, row, table));
    else {
      seen.set(thing.name, row);
      if (thing.spelt) found.correspondences.push({ ...thing.spelt, name: thing.name, times: 1 });
    }
  }
  yield* compareSeen(kind, seen, lookup, found);
  tellMissing(kind, seen, open.length > 0, lookup, found);
  for (const row of open) {
    yield;
    tellOpen(kind, row, find(row) === "namesakes", table, lookup, found);
  }
  return found;
}

function* compareSeen(
  kind: ThingKind,
  seen: ReadonlyMap<string, ListRow>,
  lookup: Lookup,
  found: Found,
): Generator<void, void> {
  const section = mapAt(lookup.root, [kind]);
  for (const [name, row] of seen) {
    yield;
    const value = section?.get(name);
    found.compared++;
    if (value?.kind !== "map") {
      found.agreeing++;
      continue;
    }
    const values = listedValues(kind, row.cells, lookup);
    const differences = differencesOf({ path: [kind, name], value, row: row.number, values }, lookup);
    if (differences.length === 0) found.agreeing++;
    appendAll(found.differences, differences);
  }
}

function tellMissing(
  kind: ThingKind,
  seen: ReadonlyMap<string, ListRow>,
  isOpen: boolean,
  { root, people }: Lookup,
  found: Found,
): void {
  // A base describes subjects of all kinds of schools: this one needs those that it teaches.
  const taught = kind === "matieres" ? taughtMatieres(root) : undefined;
  const isNeeded = (name: string) => taught === undefined || taught.has(name);
  for (const { name, value } of mapAt(root, [kind])?.entries.values() ?? []) {
    if (seen.has(name) || value.kind === "removed" || !isNeeded(name)) continue;
    found.compared++;
    const isUntold = isOpen && (kind === "professeurs" || kind === "personnels") && people.isNameless(name);
    found.differences.push({
      sign: isUntold ? "untold" : "missing",
      path: [kind, name],
      ours: name,
      theirs: "",
      ...(isUntold && { reason: "nameless" as const }),
    });
  }
}

function taughtMatieres(root: MapValue): ReadonlySet<string> {
  const publics = (["classes", "groupes-eleves"] as const).flatMap((section) =>
    [...(mapAt(root, [section])?.entries.keys() ?? [])].map((name) => ({ section, name })),
  );
  return new Set(publics.flatMap((one) => wantedServices(root, one).map(({ matiere }) => matiere)));
}

function tellOpen(
  kind: ThingKind,
  row: ListRow,
  isNamesake: boolean,
  table: ListTable,
  lookup: Lookup,
  found: Found,
): void {
  const { people, root } = lookup;
  if (!NAMES_ALL.has(kind) && !isNamesake) {
    found.notNeeded++;
    return;
  }
  const isPeople = kind === "professeurs" || kind === "personnels";
  const isUntold = isNamesake || (isPeople && people.hasNameless);
  const values = listedValues(kind, row.cells, lookup);
  const held = isUntold ? undefined : heldThing(kind, row.cells, values, root);
  found.differences.push({
    sign: isUntold ? "untold" : "extra",
    path: [kind],
    ours: "",
    theirs: labelOf(row, table),
    row: row.number,
    ...(isUntold && { reason: isNamesake ? ("namesakes" as const) : ("nameless" as const) }),
    ...(held && { held }),
  });
}

function twice(kind: ThingKind, name: string, row: ListRow, table: ListTable): Found["differences"][number] {
  return { sign: "twice", path: [kind, name], ours: "", theirs: labelOf(row, table), row: row.number };
}

/** What a row is called: its name, and its first name. */
function labelOf({ cells }: ListRow, { list }: ListTable): string {
  const named = list.columns.filter(({ name }) => ["nom", "prenom", "code", "libelle"].includes(name));
  return named
    .map(({ name }) => cells.get(name) ?? "")
    .join(" ")
    .trim();
}

function finderOf(kind: ThingKind, root: MapValue, { people, publics }: Lookup): Find {
  if (kind === "classes")
    return ({ cells }) => {
      const label = cells.get("nom") ?? "";
      const classe = publics.classe(label);
      if (!classe) return undefined;
      const { name, spelt } = classe;
      return { name, ...(spelt !== undefined && { spelt: { section: "classes", label, by: "spelling" } }) };
    };
  if (kind === "matieres") return matiereFinder(root);
  if (kind === "salles") return salleFinder(root);
  const own = new KnownPeople(root, [kind], keptNames(root, "professeurs"));
  return ({ cells }) => {
    const person = own.find(`${cells.get("nom") ?? ""} ${cells.get("prenom") ?? ""}`.trim());
    if (person === "namesakes" || person === undefined) return person ?? alone(cells.get("nom") ?? "", own);
    return { name: person.key };
  };
  // Somebody here without a first name, or without a name, is found by the name alone.
  function alone(nom: string, known: KnownPeople): NamedThing | undefined {
    const person = known.find(nom);
    if (typeof person !== "object") return undefined;
    const hasFirstName = leafAt(mapAt(root, [kind, person.key]), "prenom", "string") !== undefined;
    return hasFirstName || people.isNameless(person.key) !== (foldName(nom) === foldName(person.key))
      ? undefined
      : { name: person.key };
  }
}

function matiereFinder(root: MapValue): Find {
  const known = new KnownMatieres(root);
  return ({ cells }) => {
    const [code = "", label = ""] = [cells.get("code"), cells.get("libelle")];
    const name = known.find(code) ?? known.find(label);
    if (name === undefined) return undefined;
    const ours = leafAt(mapAt(root, ["matieres", name]), "libelle", "string")?.value;
    const isSpelt =
      ours !== undefined &&
      label !== "" &&
      strictLabel(ours) !== strictLabel(label) &&
      known.find(label) !== name;
    return { name, ...(isSpelt && { spelt: { section: "matieres", label, by: "code" } }) };
  };
}

function salleFinder(root: MapValue): Find {
  const names = new Map<string, string>();
  for (const { name, value } of mapAt(root, ["salles"])?.entries.values() ?? []) {
    if (value.kind === "removed") continue;
    const libelle = leafAt(value, "libelle", "string")?.value;
    for (const label of [name, libelle ?? name]) names.set(looseCode(looseLabel(label)), name);
  }
  return ({ cells }) => {
    const name = names.get(looseCode(looseLabel(cells.get("nom") ?? "")));
    return name === undefined ? undefined : { name };
  };
}

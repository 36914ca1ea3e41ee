import { finished } from "../../base/finished.ts";
import type { ListKind } from "../../schema/lists.ts";
import { pointer } from "../../schema/pointer.ts";
import { schemaAt } from "../../schema/schema.ts";
import type { MapValue } from "../../schema/value.ts";
import type { ContentPath } from "../content.ts";
import { excelDamage } from "../excel-damage.ts";
import { type Source, SourceError, type SourceFinding } from "../source.ts";
import { compareServices } from "./compare-services.ts";
import { compareThings } from "./compare-things.ts";
import { differencePlace, type ListComparison, type ListDifference } from "./comparison.ts";
import { type Found, nothingFound } from "./found.ts";
import { acceptedPlaces, keptTitles } from "./kept.ts";
import { type ListTable, readList, TitlesError } from "./read-list.ts";
import type { OpenTitles } from "./title-fit.ts";
import { asFarAsRead, hasUnread } from "./unread.ts";

/** How a list is compared. */
export interface CompareOptions {
  /** The kind of the list, if the user says it. */
  readonly kind?: ListKind;
  /** What titles stand for, if the user says it; an empty text for a column that is not wanted. */
  readonly titles?: ReadonlyMap<string, string>;
  /** Whether classes that a list of services has no row of are missing, not left out. */
  readonly all?: boolean;
  /** Only what is at this path or below it. */
  readonly only?: ContentPath;
}

/** The outcome of comparing a source: a comparison, or why there is none. */
export type CompareResult = ListComparison | RefusedList;

/** Why a list was not compared, and what a user can say so that it is. */
export interface RefusedList {
  readonly refused: SourceFinding;
  readonly open?: OpenTitles;
}

/** Compares a list of PRONOTE with the effective values of an establishment. Never throws for what the list holds. */
export function compareList(source: Source, root: MapValue, options: CompareOptions = {}): CompareResult {
  return finished(compareInPieces(source, root, options));
}

/** The same, yielding often, so that other work has its turn. */
export function* compareInPieces(
  source: Source,
  root: MapValue,
  options: CompareOptions = {},
): Generator<void, CompareResult> {
  const titles = { written: keptTitles(root, options.titles ?? new Map()) };
  try {
    const table = yield* readList(
      source,
      options.kind === undefined ? titles : { ...titles, kind: options.kind },
    );
    return yield* comparisonOf(source, table, root, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const open = error instanceof TitlesError ? error.open : undefined;
    return { refused: error.finding, ...(open && { open }) };
  }
}

function* comparisonOf(
  source: Source,
  table: ListTable,
  root: MapValue,
  { all = false, only = [] }: CompareOptions,
): Generator<void, ListComparison> {
  const { list, rows, incomplete, likely, unknown } = table;
  const findings = [...table.findings, ...damageIn(source, table)];
  const isSound = findings.every(({ severity }) => severity !== "error");
  const found = isSound ? yield* foundIn(source, table, root, all) : nothingFound();
  const accepted = acceptedPlaces(root);
  const isAccepted = (one: ListDifference) => accepted.some((place) => isAt(placeOf(one), place));
  const differences = found.differences
    .filter(({ path }) => isAt(pointer(path), pointer(only)))
    .map((one) => asFarAsRead(one, root));
  return {
    ...found,
    list,
    source: source.name,
    rows: rows.length,
    differences: differences.filter((one) => !isAccepted(one)),
    accepted: differences.filter(isAccepted),
    unusedAcceptances: accepted.filter(
      (place) => isOfKind(place, list.kind) && !found.differences.some((one) => isAt(placeOf(one), place)),
    ),
    incomplete,
    columns: shownColumns(table),
    notShown: notShown(table),
    isPartial: hasUnread(root),
    likely,
    unknown,
    findings,
  };
}

function foundIn(source: Source, table: ListTable, root: MapValue, all: boolean): Generator<void, Found> {
  const { kind } = table.list;
  return kind === "services" || kind === "cours"
    ? compareServices(source, table, root, all)
    : compareThings(kind, table, root);
}

function placeOf(difference: ListDifference): string {
  return pointer(differencePlace(difference));
}

/** Whether a place is one, or below it; an empty one is the root. */
function isAt(place: string, other: string): boolean {
  return other === "" || place === other || place.startsWith(`${other}/`);
}

/** Whether a list of a kind can have a difference at a place. */
function isOfKind(place: string, kind: ListKind): boolean {
  const [section, , below] = place.split("/");
  const isService = below === "services";
  if (kind === "services") return isService && (section === "classes" || section === "groupes-eleves");
  return kind !== "cours" && section === kind && !isService;
}

/** What a spreadsheet did to names of classes. */
function damageIn({ name }: Source, { list, rows, columns }: ListTable): readonly SourceFinding[] {
  const column = { services: "public", cours: "CLASSE", classes: "nom" }[list.kind as string];
  if (column === undefined) return [];
  const at = (columns.get(column) ?? 0) + 1;
  const places = new Map(
    rows.map(({ number, cells }) => [cells.get(column) ?? "", { source: name, line: number, column: at }]),
  );
  const damage = excelDamage(places);
  return damage ? [{ ...damage, source: name }] : [];
}

/** The columns of a list of courses that show a setting of a service. */
const COURS_KEYS: { readonly [column: string]: string } = {
  MAT_CODE: "matiere",
  PROF_NOM: "professeurs",
  MODALITE: "modalite",
  "CO-ENS.": "co-enseignement",
};

/** The settings that a list shows, as keys. A list of services without a box for it shows active ones by having them. */
function shownColumns({ list, columns }: ListTable): ReadonlySet<string> {
  if (list.kind === "cours") return new Set([...columns.keys()].flatMap((name) => COURS_KEYS[name] ?? []));
  // The code of a list of subjects is their name here, not the code of the national nomenclature.
  if (list.kind === "matieres") return new Set(["libelle"]);
  return new Set(list.kind === "services" ? [...columns.keys(), "actif"] : columns.keys());
}

/** The settings of such a thing that a list cannot show, or this one does not. */
function notShown(table: ListTable): readonly ContentPath[] {
  const { kind } = table.list;
  const path = kind === "services" || kind === "cours" ? ["classes", "*", "services", "*"] : [kind, "*"];
  const shown = shownColumns(table);
  const own = new Set(["services", "comme"]);
  return [...(schemaAt(path)?.properties ?? [])].flatMap(([key, { deprecated }]) =>
    shown.has(key) || own.has(key) || deprecated === true ? [] : [[...path, key]],
  );
}

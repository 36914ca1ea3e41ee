import { coursRecords } from "../edt-cours.ts";
import type { Source } from "../source.ts";
import { boxIn, type CellValue, NO_VALUE, numberIn, single, wordIn } from "./cells.ts";
import type { UntoldReason } from "./comparison.ts";
import type { KnownPeople } from "./known-people.ts";
import type { ListRow, ListTable } from "./read-list.ts";

/** A value of a list; `not-shown` if the cell says nothing; a reason if it cannot be told what it means. */
export type ListedValue = CellValue | "not-shown" | UntoldReason;

/** A service as a list has it. */
export interface ListedService {
  readonly row: number;
  /** The class or group, as the list writes it. */
  readonly public: string;
  /** The subject: its label, and its code if the list has one. */
  readonly label: string;
  readonly code?: string;
  readonly values: ReadonlyMap<string, ListedValue>;
}

const MODES = [
  [/^avec|^with/, "avec-notes"],
  [/^sans|^without/, "sans-notes"],
] as const;

/** The services that the rows of a list are; courses are put together to what is taught. */
export function* listedServices(
  source: Source,
  table: ListTable,
  people: KnownPeople,
): Generator<void, readonly ListedService[]> {
  if (table.list.kind === "cours") return yield* taughtServices(source, table, people);
  const services: ListedService[] = [];
  for (const row of table.rows) {
    yield;
    services.push(serviceIn(row, people));
  }
  return services;
}

function serviceIn({ number, cells }: ListRow, people: KnownPeople): ListedService {
  return {
    row: number,
    public: cells.get("public") ?? "",
    label: cells.get("matiere") ?? "",
    values: new Map(
      [...cells].flatMap(([column, cell]) => {
        const value = valueIn(column, cell, people);
        return value === undefined ? [] : [[column, value] as const];
      }),
    ),
  };
}

function valueIn(column: string, cell: string, people: KnownPeople): ListedValue | undefined {
  if (column === "professeurs") return people.valueOf(cell);
  if (column === "actif" || column === "facultatif" || column === "co-enseignement")
    return boxIn(cell) ?? "not-understood";
  if (column !== "coefficient" && column !== "mode" && column !== "modalite") return undefined;
  if (cell === "") return "not-shown";
  if (column === "coefficient") return numberIn(cell) ?? "not-understood";
  return column === "mode" ? (wordIn(cell, MODES) ?? "not-understood") : single(cell);
}

function* taughtServices(
  { name }: Source,
  { rows, columns }: ListTable,
  people: KnownPeople,
): Generator<void, readonly ListedService[]> {
  const records = yield* coursRecords(
    name,
    rows.map((row) => courseOf(name, row)),
  );
  const names = new Map(records.people.map(({ id, nom, prenom }) => [id, `${nom} ${prenom}`.trim()]));
  const labels = new Map(records.matieres.map(({ gestion, libelle }) => [gestion, libelle]));
  return records.services.map(({ of, code, matiere, modalite, coEnseignement, professeurs, place }) => ({
    row: place.line,
    public: of === "classes" ? code : `[${code}]`,
    label: labels.get(matiere) || matiere,
    code: matiere,
    values: new Map<string, ListedValue>([
      [
        "professeurs",
        teachersOf(
          professeurs.map((id) => names.get(id) ?? ""),
          people,
        ),
      ],
      ...(columns.has("MODALITE") ? [["modalite", single(modalite)] as const] : []),
      ...(columns.has("CO-ENS.") ? [["co-enseignement", single(String(coEnseignement))] as const] : []),
    ]),
  }));
}

function teachersOf(names: readonly string[], people: KnownPeople): ListedValue {
  const items = new Set<string>();
  for (const name of names) {
    const value = people.valueOf(name);
    if (value === "namesakes") return value;
    for (const item of value.items) items.add(item);
  }
  return items.size === 0 ? NO_VALUE : { items: [...items], shown: names.join(", ") };
}

function courseOf(source: string, { number, cells }: ListRow) {
  return {
    cell: (column: string) => cells.get(column) ?? "",
    place: () => ({ source, line: number, column: 1 }),
  };
}

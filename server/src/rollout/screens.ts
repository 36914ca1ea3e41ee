import { memo } from "../base/memo.ts";
import type { LocalizedText } from "../base/message.ts";
import type { KeyPath } from "../schema/checklist.ts";
import type { Menu } from "../schema/menu.ts";
import { rootSchema, schemaAt, schemaOfKey } from "../schema/schema.ts";
import { commonMenuOf, isDecided, isUnsaid, screenKeysOf } from "../schema/screens.ts";
import type { Span } from "../syntax/tree.ts";
import { compareInScreen, patternOf } from "./screen-order.ts";
import { verbatim, type Words } from "./value-words.ts";

/** A value, the name of a thing, or something that is gone, as it stands on a screen. */
export interface ScreenEntry {
  readonly path: KeyPath;
  /** The same without private names, to be shown. */
  readonly names: KeyPath;
  /** The same with `*` for names. */
  readonly pattern: KeyPath;
  /** Whether it is the name of a thing. */
  readonly isName: boolean;
  readonly words: Words;
  readonly copy?: string;
  /** What was there before, where that is known and another. */
  readonly before?: Words;
  /** Whether it is written no more. */
  readonly isGone: boolean;
  readonly at?: Span;
  readonly from?: Words;
}

/** A screen of PRONOTE. */
export interface RolloutScreen {
  /** `undefined` where its menu path is not known. */
  readonly menu?: Menu;
  /** No screen: its values are decided by being written. */
  readonly isDecided: boolean;
  /** Its name, where it has no menu path: the title of the section. */
  readonly title: Words;
  readonly values: readonly ScreenField[];
  readonly tables: readonly ScreenTable[];
}

/** A single field. */
export interface ScreenField {
  readonly label: Words;
  readonly entry: ScreenEntry;
}

/** Things with names: a row each. Things that are around them and hold the same share one table. */
export interface ScreenTable {
  /** The names of the things around them; empty if there are none. */
  readonly around: readonly string[];
  /** The path of one of the things with `*` for names, for words. */
  readonly pattern: KeyPath;
  readonly columns: readonly Words[];
  readonly rows: readonly ScreenTableRow[];
}

interface ScreenTableRow {
  readonly name: string;
  /** The entry of the name, where it is one of the entries. */
  readonly entry?: ScreenEntry;
  /** One for each column; `undefined` where nothing is entered. */
  readonly cells: readonly (ScreenEntry | undefined)[];
}

/** The screens on which entries are entered, in the order of the first entry of each. */
export function screensWith(entries: readonly ScreenEntry[]): readonly RolloutScreen[] {
  const groups = new Map<string, { menu?: Menu; entries: ScreenEntry[] }>();
  for (const entry of entries) {
    const { id, menu } = screenOf(entry.pattern);
    const group = groups.get(id) ?? { ...(menu === undefined ? undefined : { menu }), entries: [] };
    group.entries.push(entry);
    groups.set(id, group);
  }
  return [...groups.values()].map(({ menu, entries }) => ({
    ...(menu === undefined ? undefined : { menu }),
    isDecided: isDecided(entries[0]?.path ?? []),
    title: labelAlong([entries[0]?.path.slice(0, 1) ?? []]),
    values: fieldsOf(entries.filter(({ pattern }) => thingLength(pattern) === 0)),
    tables: tablesOf(entries.filter(({ pattern }) => thingLength(pattern) > 0)),
  }));
}

interface ScreenOfValue {
  /** The same for all values on the screen. */
  readonly id: string;
  readonly menu?: Menu;
  /** How many keys lead to the innermost thing with a name around the value, that thing included; 0 if there is none. */
  readonly thing: number;
}

const screenOf = memo((pattern: KeyPath): ScreenOfValue => {
  const isOnlyDecided = isDecided(pattern);
  const menu = isOnlyDecided ? undefined : menuOf(pattern);
  const thing = thingIn(pattern);
  return menu === undefined
    ? { id: `${isOnlyDecided}/${pattern[0]}`, thing }
    : { id: JSON.stringify(menu), menu, thing };
});

/** The menu path of the screen of a value: the common one, else the nearest in the schema. */
function menuOf(pattern: KeyPath): Menu | undefined {
  const common = commonMenuOf(pattern);
  if (common !== undefined) return common;
  let menu: Menu | undefined;
  let schema = rootSchema;
  for (const key of pattern) {
    const below = key === "*" ? schema.additional : schemaOfKey(schema, key);
    if (!below) break;
    schema = below;
    menu = below.pronote ?? menu;
  }
  return menu;
}

function thingIn(pattern: KeyPath): number {
  for (let length = pattern.length; length > 0; length--)
    if (pattern[length - 1] === "*" && schemaAt(pattern.slice(0, length))?.type === "object") return length;
  return 0;
}

function thingLength(pattern: KeyPath): number {
  return screenOf(pattern).thing;
}

/** At least so many titles name a field, if there are so many. */
const FEWEST_TITLES = 2;

/** Fields that stand alone. What all of them are in is left out of their labels. */
function fieldsOf(entries: readonly ScreenEntry[]): readonly ScreenField[] {
  const shared = sharedLength(entries.map(({ path }) => path.slice(0, -1)));
  const ordered = [...entries].sort((one, other) => compareInScreen([], one.path, other.path));
  return ordered.map((entry) => {
    const { path } = entry;
    const from = Math.max(Math.min(shared, path.length - FEWEST_TITLES), Math.min(1, path.length - 1));
    return { label: labelFrom(entry.names, from), entry };
  });
}

function sharedLength([first = [], ...others]: readonly KeyPath[]): number {
  const differs = first.findIndex((key, at) => others.some((path) => path[at] !== key));
  return differs < 0 ? first.length : differs;
}

/** Stands between the keys of a path where it is looked up; no YAML text contains it. */
const BETWEEN_KEYS = "\0";

function tablesOf(entries: readonly ScreenEntry[]): readonly ScreenTable[] {
  const groups = new Map<string, ScreenEntry[]>();
  for (const entry of entries) {
    const length = thingLength(entry.pattern);
    const id = [...entry.pattern.slice(0, length), "", ...entry.path.slice(0, length - 1)].join(BETWEEN_KEYS);
    const group = groups.get(id) ?? [];
    group.push(entry);
    groups.set(id, group);
  }
  return joined([...groups.values()].map(tableOf));
}

interface TableRowEntries {
  readonly name: string;
  readonly cells: Map<string, ScreenEntry>;
  entry?: ScreenEntry;
}

function tableOf(entries: readonly ScreenEntry[]): ScreenTable {
  const [first] = entries;
  const length = first ? thingLength(first.pattern) : 0;
  const pattern = first?.pattern.slice(0, length) ?? [];
  const columns = new Map<string, KeyPath>();
  const rows = new Map<string, TableRowEntries>();
  for (const entry of entries) {
    const name = entry.path[length - 1] ?? "";
    const row: TableRowEntries = rows.get(name) ?? { name: entry.names[length - 1] ?? "", cells: new Map() };
    rows.set(name, row);
    const below = entry.path.slice(length);
    if (below.length === 0) row.entry = entry;
    else {
      const id = below.join(BETWEEN_KEYS);
      if (!columns.has(id)) columns.set(id, entry.names.slice(length));
      row.cells.set(id, entry);
    }
  }
  const ordered = [...columns].sort(([, one], [, other]) => compareInScreen(pattern, one, other));
  const around = first?.names.slice(0, length - 1).filter((_, at) => first.pattern[at] === "*") ?? [];
  return {
    around: around.length > 0 ? [around.join(" > ")] : [],
    pattern,
    columns: ordered.map(([, path]) => labelFrom([...pattern, ...path], length)),
    rows: [...rows.values()].map(({ name, entry, cells }) => ({
      name,
      ...(entry ? { entry } : undefined),
      cells: ordered.map(([id]) => cells.get(id)),
    })),
  };
}

/** Tables of things that hold the same are one: 6A, 6B and 6C with the same services. */
function joined(tables: readonly ScreenTable[]): readonly ScreenTable[] {
  const found = new Map<string, ScreenTable>();
  for (const table of tables) {
    const id = table.around.length > 0 ? contentOf(table) : String(found.size);
    const known = found.get(id);
    found.set(id, known ? { ...known, around: [...known.around, ...table.around] } : table);
  }
  return [...found.values()];
}

function contentOf({ pattern, columns, rows }: ScreenTable): string {
  const texts = rows.map(({ name, entry, cells }) => [
    name,
    entry?.isGone,
    ...cells.map((cell) => cell && [cell.words, cell.before]),
  ]);
  return JSON.stringify([pattern, columns, texts]);
}

/** The label of a value below the first so many keys: titles and names. */
export function labelFrom(path: KeyPath, from: number): Words {
  const isSaid = (key: string, at: number) => at >= from && (at === path.length - 1 || !isUnsaid(key));
  const said = path.flatMap((key, at) => (isSaid(key, at) ? [at + 1] : []));
  return labelAlong(said.map((length) => path.slice(0, length)));
}

/** The labels of some keys as PRONOTE's screens have them, in French; in English their meaning too. */
function labelAlong(paths: readonly KeyPath[]): LocalizedText {
  const titles = paths.map(titleOf);
  const fr = titles.map((title) => title.fr).join(" > ");
  const en = titles.map((title) => title.en).join(" > ");
  return { fr, en: fr.toLowerCase() === en.toLowerCase() ? fr : `${fr} (${en})` };
}

/** The title of a key, with the label of its screen; a name stays as it is. */
function titleOf(path: KeyPath): LocalizedText {
  const pattern = patternOf(path);
  const title = schemaAt(pattern)?.title;
  const key = path.at(-1) ?? "";
  if (pattern.at(-1) === "*" || !title) return verbatim(key);
  return { fr: screenKeysOf(pattern.slice(0, -1))?.[key] ?? title.fr, en: title.en };
}

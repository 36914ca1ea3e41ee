import type { LocalizedText } from "../base/message.ts";
import data from "./generated/lists.json";

/** The lists of PRONOTE that can be compared with a configuration. */
export const LIST_KINDS = [
  "services",
  "cours",
  "classes",
  "professeurs",
  "personnels",
  "matieres",
  "salles",
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** A column of a list. */
export interface ListColumn {
  /** Its key, which is that of the language where it holds a setting. */
  readonly name: string;
  /** Whether its title has to be there. */
  readonly isRequired: boolean;
  /** Whether a row is named by its cell, so that without it nobody knows what the row is. */
  readonly isName: boolean;
  /** Titles from a real export, or PRONOTE's own words. */
  readonly seen: readonly string[];
  /** Titles that are a guess. */
  readonly likely: readonly string[];
}

/** A list as `schemas/lists.yaml` describes it. */
export interface ListSpec {
  readonly kind: ListKind;
  readonly title: LocalizedText;
  /** PRONOTE's menu path. */
  readonly path: string;
  readonly columns: readonly ListColumn[];
  /** Titles of columns that are not read. */
  readonly known: readonly string[];
  /** Titles of which one has to be there, as a list of other people looks the same otherwise. Empty: none has to. */
  readonly marks: readonly string[];
}

interface WrittenColumn {
  readonly required?: boolean | string;
  readonly seen?: readonly string[];
  readonly likely?: readonly string[];
}

interface WrittenList {
  readonly title: LocalizedText;
  readonly path: string;
  readonly columns: { readonly [name: string]: WrittenColumn };
  readonly known?: readonly string[];
  readonly marks?: readonly string[];
}

const written: { readonly [K in ListKind]: WrittenList } = data.kinds;

/** All lists, by kind. */
export const lists: ReadonlyMap<ListKind, ListSpec> = new Map(
  LIST_KINDS.map((kind) => {
    const { title, path, columns, known = [], marks = [] } = written[kind];
    const spec = { kind, title, path, columns: Object.entries(columns).map(columnOf), known, marks };
    return [kind, spec];
  }),
);

/** Titles of lists of pupils and guardians; one that ends in `*` stands for all that begin with it. */
export const pupilTitles: readonly string[] = data.pupils;

/** Titles of days of birth, which lists of teachers have too. */
export const birthTitles: readonly string[] = data.births;

function columnOf([name, { required = false, seen = [], likely = [] }]: readonly [
  string,
  WrittenColumn,
]): ListColumn {
  return { name, isRequired: required !== false, isName: required === true, seen, likely };
}

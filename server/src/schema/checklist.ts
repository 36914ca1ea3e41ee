import type { LocalizedText } from "../base/message.ts";
import data from "./generated/checklist.json";
import type { Menu } from "./menu.ts";

/** Keys from the root; `*` stands for each name. */
export type KeyPath = readonly string[];

/** What comes before an item: one, any of several, or another one in each hosting mode. */
export type ItemPrerequisite =
  | string
  | { readonly any: readonly ItemPrerequisite[] }
  | { readonly heberge?: ItemPrerequisite; readonly "non-heberge"?: ItemPrerequisite };

/** One step of the rollout, as `schemas/checklist.yaml` has it; the form is explained in `schemas/README.md`. */
export interface ItemSpec {
  /** Its key in `deroulement`, for ever. */
  readonly slug: string;
  readonly phase: number;
  /** Short enough for a side bar. */
  readonly title: LocalizedText;
  /** Where the short title leaves something out. */
  readonly longTitle?: LocalizedText;
  /** What to do and what follows, in one to three sentences. */
  readonly what: LocalizedText;
  readonly mode: "both" | "heberge" | "non-heberge";
  /** PRONOTE's menu path. */
  readonly menu?: Menu;
  readonly after: readonly ItemPrerequisite[];
  /** What it is about: a fingerprint is kept of each. */
  readonly covers: readonly KeyPath[];
  /** What ticks of former versions of it cover, by version. */
  readonly covered: ReadonlyMap<string, readonly KeyPath[]>;
  /** Without these there is something to write first. */
  readonly needs: readonly ItemNeed[];
  /** Switched off where one of these has another value. */
  readonly when: readonly ItemCondition<KeyPath>[];
  /** Switched off where all of these have such values. */
  readonly unless: readonly ItemException<KeyPath>[];
  /** Without an object where none of these is there. */
  readonly about: readonly KeyPath[];
  /**
   * How it ends: by being written down (`decision`), by being entered in PRONOTE, where something is written for it
   * (`pronote`) or nothing is (`personne`).
   */
  readonly ends: "decision" | "pronote" | "personne";
  /** Whether doing it overwrites what is in the base. */
  readonly overwrites: boolean;
  /** Rules whose errors block it wherever they stand. */
  readonly rules: readonly string[];
  readonly rgpd: boolean;
  readonly once: "etablissement" | "base";
  readonly redo: readonly ("valeurs" | "annee")[];
  /** Of what it covers, what a list of PRONOTE can show, by the name of the list. */
  readonly shows: ReadonlyMap<string, readonly KeyPath[]>;
}

export interface PhaseSpec {
  readonly id: number;
  readonly title: LocalizedText;
}

interface ItemCondition<Path> {
  readonly path: Path;
  readonly is: readonly unknown[];
}

/** The same, or that it has none of these values, or none. */
interface ItemException<Path> {
  readonly path: Path;
  readonly is?: readonly unknown[];
  readonly not?: readonly unknown[];
}

/** A value that has to be written; its last key may be one of several, as in `salles|materiels`. */
export interface ItemNeed {
  readonly path: KeyPath;
  /** In this hosting mode only. */
  readonly mode?: "heberge" | "non-heberge";
  /** Of the things that `*` stands for, those only that have such a text at a key. */
  readonly of?: TextAtKey;
  /** Not of those of these names, or with such a text at a key. */
  readonly except?: Partial<TextAtKey> & { readonly names?: readonly string[] };
}

/** A text that holds one of these words, whatever its case and accents. */
interface TextAtKey {
  readonly key: string;
  readonly like: readonly string[];
}

type NeedRow = string | (Omit<ItemNeed, "path"> & { readonly path: string });

/** An item as the file has it. */
interface ItemRow {
  readonly slug: string;
  readonly phase: number;
  readonly fr: string;
  readonly en: string;
  readonly long?: LocalizedText;
  readonly what: LocalizedText;
  readonly mode: ItemSpec["mode"];
  readonly path?: Menu;
  readonly after?: readonly ItemPrerequisite[];
  readonly covers?: readonly string[];
  readonly covered?: { readonly [version: string]: readonly string[] };
  readonly needs?: readonly NeedRow[];
  readonly when?: ItemCondition<string> | readonly ItemCondition<string>[];
  readonly unless?: readonly ItemException<string>[];
  readonly about?: readonly string[];
  readonly ends: ItemSpec["ends"];
  readonly overwrites?: boolean;
  readonly rules?: readonly string[];
  readonly rgpd?: boolean;
  readonly once: ItemSpec["once"];
  readonly redo: ItemSpec["redo"];
  readonly shows?: { readonly [list: string]: readonly string[] };
}

/** The phases of the rollout, in order. */
export const phases: readonly PhaseSpec[] = data.phases.map(({ id, fr, en }) => ({
  id,
  title: { en, fr },
}));

/** Texts that say that there is nothing: they are no value that an item needs. */
export const wordsForNothing: ReadonlySet<string> = new Set(data.nothing);

/** Every item of the checklist, in order. */
export const items: readonly ItemSpec[] = (data.items as readonly ItemRow[]).map(itemOf);

export const itemBySlug: ReadonlyMap<string, ItemSpec> = new Map(items.map((item) => [item.slug, item]));

function itemOf(row: ItemRow): ItemSpec {
  return {
    slug: row.slug,
    phase: row.phase,
    title: { en: row.en, fr: row.fr },
    ...(row.long === undefined ? undefined : { longTitle: row.long }),
    what: row.what,
    mode: row.mode,
    ...(row.path === undefined ? undefined : { menu: row.path }),
    after: row.after ?? [],
    covers: (row.covers ?? []).map(pathOf),
    covered: new Map(
      Object.entries(row.covered ?? {}).map(([version, paths]) => [version, paths.map(pathOf)]),
    ),
    needs: (row.needs ?? []).map(needOf),
    when: [row.when ?? []].flat().map(({ path, is }) => ({ path: pathOf(path), is })),
    unless: (row.unless ?? []).map((one) => ({ ...one, path: pathOf(one.path) })),
    about: (row.about ?? []).map(pathOf),
    ends: row.ends,
    overwrites: row.overwrites ?? false,
    rules: row.rules ?? [],
    rgpd: row.rgpd ?? false,
    once: row.once,
    redo: row.redo,
    shows: new Map(Object.entries(row.shows ?? {}).map(([list, paths]) => [list, paths.map(pathOf)])),
  };
}

function needOf(row: NeedRow): ItemNeed {
  return typeof row === "string" ? { path: pathOf(row) } : { ...row, path: pathOf(row.path) };
}

function pathOf(text: string): KeyPath {
  return text.split("/");
}

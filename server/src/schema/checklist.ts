import type { LocalizedText } from "../base/message.ts";
import data from "./generated/checklist.json";
import type { Menu } from "./menu.ts";

/** Keys from the root; `*` matches any name. */
export type KeyPath = readonly string[];

/** What must be done before an item: one item, any of several, or a different one in each hosting mode. */
export type ItemPrerequisite =
  | string
  | { readonly any: readonly ItemPrerequisite[] }
  | { readonly heberge?: ItemPrerequisite; readonly "non-heberge"?: ItemPrerequisite };

/** One step of the rollout as `schemas/checklist.yaml` describes it; `schemas/README.md` explains the format. */
export interface ItemSpec {
  /** Its key in `deroulement`; it never changes. */
  readonly slug: string;
  readonly phase: number;
  /** Short enough for a side bar. */
  readonly title: LocalizedText;
  /** Where the short title leaves something out. */
  readonly longTitle?: LocalizedText;
  /** What to do and what follows, in one to three sentences. */
  readonly what: LocalizedText;
  readonly mode: "both" | "heberge" | "non-heberge";
  /** The menu path in PRONOTE. */
  readonly menu?: Menu;
  readonly after: readonly ItemPrerequisite[];
  /** The values that it is about; a fingerprint of each is stored. */
  readonly covers: readonly KeyPath[];
  /** The values that ticks of former versions of the item cover, by version. */
  readonly covered: ReadonlyMap<string, readonly KeyPath[]>;
  /** Values without which the step is not begun: something has to be written first. */
  readonly needs: readonly ItemNeed[];
  /** The step does not apply where one of these paths has another value. */
  readonly when: readonly ItemCondition<KeyPath>[];
  /** The step does not apply where all of these conditions are met. */
  readonly unless: readonly ItemException<KeyPath>[];
  /** The step does not apply where it is certain that none of these exists. */
  readonly about: readonly KeyPath[];
  /**
   * What completes the step: a value in the configuration (`decision`), or an action in PRONOTE, either with values in
   * the configuration (`pronote`) or without any (`personne`).
   */
  readonly ends: "decision" | "pronote" | "personne";
  /** Whether doing the step overwrites data in the base. */
  readonly overwrites: boolean;
  /** Rules whose errors block the step, wherever they are found. */
  readonly rules: readonly string[];
  readonly rgpd: boolean;
  readonly once: "etablissement" | "base";
  readonly redo: readonly ("valeurs" | "annee")[];
  /** The covered values that a list of PRONOTE can show, by the name of the list. */
  readonly shows: ReadonlyMap<string, readonly KeyPath[]>;
}

/** A phase of the rollout: a group of steps. */
export interface PhaseSpec {
  readonly id: number;
  readonly title: LocalizedText;
}

interface ItemCondition<Path> {
  readonly path: Path;
  readonly is: readonly unknown[];
}

/** A condition: the value is one of `is` and none of `not`, as far as these are given. */
interface ItemException<Path> {
  readonly path: Path;
  readonly is?: readonly unknown[];
  readonly not?: readonly unknown[];
}

/** A value that has to be written. Its last key may be an alternative, as in `salles|materiels`. */
export interface ItemNeed {
  readonly path: KeyPath;
  /** Needed in this hosting mode only. */
  readonly mode?: "heberge" | "non-heberge";
  /** Limits the things that `*` matches to those with such a text at a key. */
  readonly of?: TextAtKey;
  /** Excludes things with these names, or with such a text at a key. */
  readonly except?: Partial<TextAtKey> & { readonly names?: readonly string[] };
}

/** A text that contains one of these words, regardless of case and accents. */
interface TextAtKey {
  readonly key: string;
  readonly like: readonly string[];
}

type NeedRow = string | (Omit<ItemNeed, "path"> & { readonly path: string });

/** An item in the format of `schemas/checklist.yaml`. */
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

/** The phases of the rollout, in their order. */
export const phases: readonly PhaseSpec[] = data.phases.map(({ id, fr, en }) => ({
  id,
  title: { en, fr },
}));

/** Texts that mean “nothing”, which do not count as a needed value. */
export const wordsForNothing: ReadonlySet<string> = new Set(data.nothing);

/** All items of the checklist, in their order. */
export const items: readonly ItemSpec[] = (data.items as readonly ItemRow[]).map(itemOf);

/** The items by their slug. */
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

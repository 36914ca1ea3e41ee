import type { LocalizedText } from "../base/message.ts";
import data from "./generated/checklist.json";

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
  readonly title: LocalizedText;
  readonly mode: "both" | "heberge" | "non-heberge";
  /** PRONOTE's menu path. */
  readonly menu?: string;
  readonly after: readonly ItemPrerequisite[];
  /** What it is about: a fingerprint is kept of each. */
  readonly covers: readonly KeyPath[];
  /** Without these there is something to write first. */
  readonly needs: readonly KeyPath[];
  /** Switched off where one of these has another value. */
  readonly when: readonly { readonly path: KeyPath; readonly is: readonly unknown[] }[];
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
  readonly seed: readonly string[];
  readonly once: "etablissement" | "base";
  readonly redo: readonly ("valeurs" | "annee")[];
}

export interface PhaseSpec {
  readonly id: number;
  readonly title: LocalizedText;
}

interface ItemCondition {
  readonly path: string;
  readonly is: readonly unknown[];
}

/** An item as the file has it. */
interface ItemRow {
  readonly slug: string;
  readonly phase: number;
  readonly fr: string;
  readonly en: string;
  readonly mode: ItemSpec["mode"];
  readonly path?: string;
  readonly after?: readonly ItemPrerequisite[];
  readonly covers?: readonly string[];
  readonly needs?: readonly string[];
  readonly when?: ItemCondition | readonly ItemCondition[];
  readonly ends: ItemSpec["ends"];
  readonly overwrites?: boolean;
  readonly rules?: readonly string[];
  readonly rgpd?: boolean;
  readonly seed?: readonly string[];
  readonly once: ItemSpec["once"];
  readonly redo: ItemSpec["redo"];
}

/** The phases of the rollout, in order. */
export const phases: readonly PhaseSpec[] = data.phases.map(({ id, fr, en }) => ({
  id,
  title: { en, fr },
}));

/** Every item of the checklist, in order. */
export const items: readonly ItemSpec[] = (data.items as readonly ItemRow[]).map(itemOf);

export const itemBySlug: ReadonlyMap<string, ItemSpec> = new Map(items.map((item) => [item.slug, item]));

function itemOf(row: ItemRow): ItemSpec {
  return {
    slug: row.slug,
    phase: row.phase,
    title: { en: row.en, fr: row.fr },
    mode: row.mode,
    ...(row.path === undefined ? undefined : { menu: row.path }),
    after: row.after ?? [],
    covers: (row.covers ?? []).map(pathOf),
    needs: (row.needs ?? []).map(pathOf),
    when: [row.when ?? []].flat().map(({ path, is }) => ({ path: pathOf(path), is })),
    ends: row.ends,
    overwrites: row.overwrites ?? false,
    rules: row.rules ?? [],
    rgpd: row.rgpd ?? false,
    seed: row.seed ?? [],
    once: row.once,
    redo: row.redo,
  };
}

function pathOf(text: string): KeyPath {
  return text.split("/");
}

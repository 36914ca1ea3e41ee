import type { Words } from "../base/say.ts";
import data from "./generated/checklist.json";

/** Keys from the root; `*` stands for each name. */
export type Path = readonly string[];

/** What comes before an item: one, any of several, or another one in each hosting mode. */
export type After =
  | string
  | { readonly any: readonly After[] }
  | { readonly heberge?: After; readonly "non-heberge"?: After };

/** One step of the rollout, as `schemas/checklist.yaml` has it; the form is explained in `schemas/README.md`. */
export interface Item {
  /** Its key in `deroulement`, for ever. */
  readonly slug: string;
  readonly phase: number;
  readonly title: Words;
  readonly mode: "both" | "heberge" | "non-heberge";
  /** PRONOTE's menu path. */
  readonly menu?: string;
  readonly after: readonly After[];
  /** What it is about: a fingerprint is kept of each. */
  readonly covers: readonly Path[];
  /** Without these there is something to write first. */
  readonly needs: readonly Path[];
  /** Switched off where one of these has another value. */
  readonly when: readonly { readonly path: Path; readonly is: readonly unknown[] }[];
  readonly proof: "configuration" | "both" | "person";
  /** Rules whose errors block it wherever they stand. */
  readonly rules: readonly string[];
  readonly rgpd: boolean;
  readonly seed: readonly string[];
  readonly once: "etablissement" | "base";
  readonly redo: readonly ("valeurs" | "annee")[];
}

export interface Phase {
  readonly id: number;
  readonly title: Words;
}

interface When {
  readonly path: string;
  readonly is: readonly unknown[];
}

/** An item as the file has it. */
interface Row {
  readonly slug: string;
  readonly phase: number;
  readonly fr: string;
  readonly en: string;
  readonly mode: Item["mode"];
  readonly path?: string;
  readonly after?: readonly After[];
  readonly covers?: readonly string[];
  readonly needs?: readonly string[];
  readonly when?: When | readonly When[];
  readonly proof: Item["proof"];
  readonly rules?: readonly string[];
  readonly rgpd?: boolean;
  readonly seed?: readonly string[];
  readonly once: Item["once"];
  readonly redo: Item["redo"];
}

/** The phases of the rollout, in order. */
export const phases: readonly Phase[] = data.phases.map(({ id, fr, en }) => ({ id, title: { en, fr } }));

/** Every item of the checklist, in order. */
export const items: readonly Item[] = (data.items as unknown as readonly Row[]).map(itemOf);

export const itemBySlug: ReadonlyMap<string, Item> = new Map(items.map((item) => [item.slug, item]));

function itemOf(row: Row): Item {
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
    proof: row.proof,
    rules: row.rules ?? [],
    rgpd: row.rgpd ?? false,
    seed: row.seed ?? [],
    once: row.once,
    redo: row.redo,
  };
}

function pathOf(text: string): Path {
  return text.split("/");
}

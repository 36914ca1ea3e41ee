import { mapAt } from "../model/map-at.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { leafAt } from "../schema/value.ts";
import { type ContentMap, type ContentPath, writeAt, yamlOf } from "./content.ts";
import type { Current } from "./current.ts";
import type { FileChange, ImportOptions } from "./import-plan.ts";
import { type Proposal, THING } from "./proposal.ts";

/** The kinds of grading periods that no source says, as far as the import leaves a place for them. */
export interface UnfinishedPeriods {
  /** What stands in imported files. */
  readonly inImport: readonly Proposal[];
  /** A new file that is written once, and belongs to the school from then on. */
  readonly files: readonly FileChange[];
  /** The paths that are still to be written. */
  readonly unfinished: readonly ContentPath[];
}

const NIVEAUX = "niveaux.pronote.yaml";
const HEAD = `# Ce que les classes d'un niveau ont en commun. Ce fichier est à vous : complétez-le.
`;

/**
 * Says of each class that has none yet what kind of grading periods it has, in its niveau if it has one. Nobody can guess
 * it, so without the option it is left to be written: one place for each niveau, instead of a fault of each class.
 */
export function unfinishedPeriods(
  proposals: readonly Proposal[],
  current: Current,
  { folder, members }: Snapshot,
  { periodicite }: ImportOptions,
): UnfinishedPeriods {
  const paths = missingPaths(proposals, current);
  const value = periodicite ?? null;
  const unfinished = periodicite === undefined ? paths.map(({ path }) => path) : [];
  const uri = `${folder}/${NIVEAUX}`;
  const inNiveaux = paths.filter(({ path }) => path[0] === "niveaux");
  const hasFile = inNiveaux.length > 0 && !members.some((file) => file.uri === uri);
  const files = hasFile ? [{ uri, after: HEAD + yamlOf(contentWith(inNiveaux, value)) }] : [];
  const inImport = hasFile ? paths.filter((one) => !inNiveaux.includes(one)) : paths;
  return { inImport: inImport.map((one) => ({ ...one, value })), files, unfinished };
}

type Place = Pick<Proposal, "path" | "place">;

/** Where a kind of periods is to be written, for the classes that the sources have. */
function missingPaths(proposals: readonly Proposal[], { full, byHandInNiveaux }: Current): readonly Place[] {
  const niveaux = new Map(
    proposals.flatMap(({ path, value }) =>
      path[0] === "classes" && path[2] === "niveau" && path.length === THING + 1 ? [[path[1], value]] : [],
    ),
  );
  const found = new Map<string, Place>();
  for (const { path, place } of proposals) {
    if (path[0] !== "classes" || path.length !== THING) continue;
    const classe = mapAt(byHandInNiveaux, path);
    if (hasPeriods(mapAt(full, path)) || hasPeriods(classe)) continue;
    const niveau = leafAt(classe, "niveau", "string")?.value ?? niveaux.get(path[1]);
    const owner = typeof niveau === "string" ? ["niveaux", niveau] : path;
    if (!hasPeriods(mapAt(full, owner)))
      found.set(owner.join("/"), { path: [...owner, "periodicite"], place });
  }
  return [...found.values()];
}

/** Whether a kind of periods is written, or a place for it. */
function hasPeriods(map: ReturnType<typeof mapAt>): boolean {
  return map?.entries.has("periodicite") === true;
}

function contentWith(places: readonly Place[], value: string | null): ContentMap {
  const content: ContentMap = new Map();
  for (const { path } of places) writeAt(content, path, value);
  return content;
}

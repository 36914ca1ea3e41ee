import type { ContentPath, ContentValue } from "./content.ts";
import type { SourcePlace } from "./source.ts";

/** A value that sources propose for a path of the configuration. */
export interface Proposal {
  readonly path: ContentPath;
  readonly value: ContentValue;
  readonly place: SourcePlace;
}

/** The sections that an import writes, with the file of each. */
export const SECTION_FILES: ReadonlyMap<string, string> = new Map([
  ["matieres", "matieres"],
  ["professeurs", "professeurs"],
  ["personnels", "personnels"],
  ["niveaux", "niveaux"],
  ["classes", "classes"],
  ["groupes-eleves", "groupes"],
  ["salles", "salles"],
]);

/** What `--only` can name: the sections, and the services apart from classes and groups. */
export const PARTS = [
  "matieres",
  "professeurs",
  "personnels",
  "classes",
  "groupes-eleves",
  "services",
  "salles",
] as const;

/** One of these parts. */
export type ImportPart = (typeof PARTS)[number];

/** The number of keys in the path to a thing, and to a service of one. */
export const THING = 2;
const SERVICE = 4;

/** The thing that a path belongs to: a service, or else the entry of a section. */
export function thingOf(path: ContentPath): ContentPath {
  return path.slice(0, path[2] === "services" && path.length >= SERVICE ? SERVICE : THING);
}

import type { Headcounts, ProgrammeRecord, SchoolRecord, SourceKind, Stated } from "./records.ts";
import type { SourceFinding, SourcePlace } from "./source.ts";

/** A subject, by the key that it has here: its code de gestion. */
export interface OutsideMatiere {
  readonly key: string;
  /** The code of the national nomenclature; empty if no source says it. */
  readonly code: string;
  readonly libelle: string;
  readonly place: SourcePlace;
}

/** A person of all sources. Two people of the same name are two people. */
export interface OutsidePerson {
  readonly nom: string;
  readonly prenom: string;
  readonly fonction: string;
  readonly isLocal: boolean;
  readonly place: SourcePlace;
}

/** A class, with the niveau that its MEF belong to, if it is one. */
export interface OutsideClasse {
  readonly code: string;
  readonly libelle: string;
  readonly mefs: readonly string[];
  readonly niveau?: string;
  readonly effectif?: number;
  readonly principaux: readonly OutsidePerson[];
  readonly place: SourcePlace;
}

/** A group of pupils. */
export interface OutsideGroupe {
  readonly code: string;
  readonly libelle: string;
  readonly classes: readonly string[];
  readonly place: SourcePlace;
}

/** A service of a class or a group. */
export interface OutsideService {
  readonly of: "classes" | "groupes-eleves";
  readonly code: string;
  readonly matiere: OutsideMatiere;
  readonly modalite: string;
  readonly coEnseignement: boolean;
  readonly professeurs: readonly OutsidePerson[];
  readonly place: SourcePlace;
}

/** A room, by its name. */
export interface OutsideSalle {
  readonly code: string;
  readonly place: SourcePlace;
}

/** What all sources together say of a school, each thing once. */
export interface Outside {
  readonly kinds: ReadonlySet<SourceKind>;
  readonly rne?: Stated<string>;
  readonly year?: Stated<string>;
  readonly exported?: Stated<string>;
  readonly school?: SchoolRecord;
  readonly matieres: readonly OutsideMatiere[];
  readonly people: readonly OutsidePerson[];
  readonly classes: readonly OutsideClasse[];
  readonly groupes: readonly OutsideGroupe[];
  readonly services: readonly OutsideService[];
  readonly salles: readonly OutsideSalle[];
  readonly programmes: readonly ProgrammeRecord[];
  readonly headcounts?: Headcounts;
  /** What was noticed while the sources were put together. */
  readonly findings: readonly SourceFinding[];
}

/** The names of kinds of sources, as their makers call them. */
export const KIND_NAMES: { readonly [K in SourceKind]: string } = {
  "sts-emp": "STSWEB",
  "emp-sts": "emp_sts",
  structures: "SIECLE",
  nomenclature: "SIECLE",
  communs: "SIECLE",
  eleves: "SIECLE",
  "edt-cours": "EDT",
  udt: "UnDeuxTEMPS",
};

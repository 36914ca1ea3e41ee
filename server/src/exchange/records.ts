import type { SourceFinding, SourcePlace } from "./source.ts";

/** The kinds of sources, by what they are. */
export type SourceKind =
  | "sts-emp"
  | "emp-sts"
  | "structures"
  | "nomenclature"
  | "communs"
  | "eleves"
  | "edt-cours"
  | "udt";

/** Something that a source says, with its place. */
export interface Stated<T> {
  readonly value: T;
  readonly place: SourcePlace;
}

/** A subject. `code` is that of the national nomenclature, `gestion` the short one that is a key here. */
export interface MatiereRecord {
  readonly code: string;
  readonly gestion: string;
  readonly libelle: string;
  readonly place: SourcePlace;
}

/** What should be taught: a subject in a MEF, in hours a week. */
export interface ProgrammeRecord {
  readonly mef: string;
  readonly matiere: string;
  readonly heures: number;
  readonly place: SourcePlace;
}

/** A person, by an identifier that holds within the files of one establishment and year. */
export interface PersonRecord {
  readonly id: string;
  readonly nom: string;
  readonly prenom: string;
  /** The function as STS codes it (ENS, DOC, EDU…); empty if the source has none. */
  readonly fonction: string;
  /** Whether the school entered the person itself, which is done without a function. */
  readonly isLocal: boolean;
  readonly principal: readonly PrincipalRecord[];
  readonly place: SourcePlace;
}

/** A class of which a person is professeur principal, with the days from and to which this holds. */
export interface PrincipalRecord {
  readonly classe: string;
  readonly debut: string;
  readonly fin: string;
  readonly place: SourcePlace;
}

/** A class. */
export interface ClasseRecord {
  readonly code: string;
  readonly libelle: string;
  readonly mefs: readonly string[];
  /** The number of pupils, if the source says one. */
  readonly effectif?: number;
  readonly place: SourcePlace;
}

/** A group of pupils, with the classes that it draws from. */
export interface GroupeRecord {
  readonly code: string;
  readonly libelle: string;
  readonly classes: readonly string[];
  readonly place: SourcePlace;
}

/** A subject taught to a class or a group of pupils. */
export interface ServiceRecord {
  readonly of: "classes" | "groupes-eleves";
  readonly code: string;
  /** A code of the national nomenclature, or a code de gestion. */
  readonly matiere: string;
  readonly modalite: string;
  readonly coEnseignement: boolean;
  /** The identifiers of the teachers. */
  readonly professeurs: readonly string[];
  readonly place: SourcePlace;
}

/** A room. */
export interface SalleRecord {
  readonly code: string;
  readonly libelle: string;
  readonly place: SourcePlace;
}

/** Pupils, counted: no person, no identifier. */
export interface Headcounts {
  /** By class, as the source spells it. */
  readonly classes: Map<string, number>;
  /** All that have not left, in a class or not. */
  present: number;
  leavers: number;
}

/** What a source says about the school itself. */
export interface SchoolRecord {
  readonly nom: string;
  /** The kind of school as the ministry codes it: 340 is a collège. Empty if the source has none. */
  readonly nature: string;
  /** The name of the académie, in capitals. */
  readonly academie: string;
  readonly place: SourcePlace;
}

/** Everything that was read of a source. A reader adds to it; nobody changes it afterwards. */
export interface SourceRecords {
  readonly kind: SourceKind;
  readonly source: string;
  rne?: Stated<string>;
  /** The first calendar year of the school year. */
  year?: Stated<string>;
  /** The day of the export as YYYY-MM-DD. */
  exported?: Stated<string>;
  school?: SchoolRecord;
  headcounts?: Headcounts;
  readonly matieres: MatiereRecord[];
  readonly programmes: ProgrammeRecord[];
  readonly people: PersonRecord[];
  readonly classes: ClasseRecord[];
  readonly groupes: GroupeRecord[];
  readonly services: ServiceRecord[];
  readonly salles: SalleRecord[];
  readonly findings: SourceFinding[];
}

/** The records of a source before anything is read of it. */
export function emptyRecords(kind: SourceKind, source: string): SourceRecords {
  return {
    kind,
    source,
    matieres: [],
    programmes: [],
    people: [],
    classes: [],
    groupes: [],
    services: [],
    salles: [],
    findings: [],
  };
}

/** A record while the names of one of its lists are still gathered: very many rows may be of one thing. */
export type Gathered<Key extends keyof Whole, Whole> = Omit<Whole, Key> & {
  readonly [key in Key]: Set<string>;
};

/**
 * Exports of a made-up school, as STSWEB, SIECLE, EDT and UnDeuxTEMPS write them, for tests. What is private in them has
 * values that nothing else has, so that a test can look for them in all that comes out.
 */

/** The school of the exports. */
export interface ExportedSchool {
  readonly rne: string;
  /** The first calendar year of the school year. */
  readonly annee: string;
  readonly classes: number;
  /** The number of subjects of each class. */
  readonly matieres: number;
  readonly eleves: number;
}

/** A small collège. */
export const SCHOOL: ExportedSchool = { rne: "0759998K", annee: "2026", classes: 4, matieres: 3, eleves: 30 };

/** What stands in private fields: searched for, and to be found nowhere. */
export const CANARY = "KANARI";

const SUBJECTS = [
  ["020700", "FRANC", "Français"],
  ["061300", "MATHS", "Mathématiques"],
  ["100100", "EPS", "Éducation physique et sportive"],
  ["043700", "HI-GE", "Histoire-géographie"],
  ["062900", "SVT", "Sciences de la vie et de la Terre"],
] as const;
const NIVEAUX = ["6", "5", "4", "3"] as const;
const MEFS = ["10010012110", "10110001110", "10210001110", "10310019110"] as const;

/** The number of private values that were planted so far, each with a number of its own. */
let planted = 0;

function canary(): string {
  planted++;
  return `${CANARY}${planted}`;
}

/** How many private values were planted so far. */
export function plantedCanaries(): number {
  return planted;
}

interface ExportedClasse {
  readonly code: string;
  readonly mef: string;
}

function classesOf({ classes }: ExportedSchool): readonly ExportedClasse[] {
  return Array.from({ length: classes }, (_, at) => ({
    code: `${NIVEAUX[at % NIVEAUX.length]}E${1 + Math.floor(at / NIVEAUX.length)}`,
    mef: MEFS[at % MEFS.length] ?? "",
  }));
}

const subjectsOf = ({ matieres }: ExportedSchool) => SUBJECTS.slice(0, matieres);
const teacherOf = (classe: number, subject: number) => 100 + ((classe + subject) % 7);
const NAMES = ["ANANAS", "BROCOLI", "CÉLERI", "DATTE", "ENDIVE", "FIGUE", "L'HARICOT"];

function xml(body: string, encoding = "ISO-8859-15"): string {
  return `<?xml version="1.0" encoding="${encoding}"?>\n${body}`;
}

/** The export of STSWEB for the timetable software. */
export function stsEmpXml(
  school: ExportedSchool = SCHOOL,
  body: (xml: string) => string = (one) => one,
): string {
  const people = NAMES.map(
    (name, at) => `
<INDIVIDU ID="${100 + at}" TYPE="epp">
<SEXE>${canary()}</SEXE><CIVILITE>${canary()}</CIVILITE><NOM_USAGE>${name}</NOM_USAGE><NOM_PATRONYMIQUE>${canary()}</NOM_PATRONYMIQUE>
<PRENOM>JEAN-${name}</PRENOM><DATE_NAISSANCE>${canary()}</DATE_NAISSANCE><GRADE>${canary()}</GRADE><FONCTION>ENS</FONCTION>
<DISCIPLINES><DISCIPLINE CODE="${canary()}"><LIBELLE_COURT>${canary()}</LIBELLE_COURT></DISCIPLINE></DISCIPLINES>
</INDIVIDU>`,
  );
  return xml(
    body(`<STS_EDT><PARAMETRES><UAJ CODE="${school.rne}"><ACADEMIE><LIBELLE>PARIS</LIBELLE></ACADEMIE>
<DENOM_PRINC>COLLEGE</DENOM_PRINC><DENOM_COMPL>DES TILLEULS</DENOM_COMPL><CODE_NATURE>340</CODE_NATURE>
<ADRESSE>${canary()}</ADRESSE><TELEPHONE>${canary()}</TELEPHONE></UAJ><ANNEE_SCOLAIRE ANNEE="${school.annee}"/></PARAMETRES>
<NOMENCLATURES><MATIERES>${subjectsOf(school)
      .map(
        ([code, gestion, label]) =>
          `<MATIERE CODE="${code}"><CODE_GESTION>${gestion}</CODE_GESTION><LIBELLE_EDITION>${label}</LIBELLE_EDITION></MATIERE>`,
      )
      .join("")}</MATIERES></NOMENCLATURES>
<DONNEES><INDIVIDUS>${people.join("")}</INDIVIDUS>
<SUPPLEANTS><SUPPLEANT ID="9" TYPE="eppsup"><NOM_USAGE>${canary()}</NOM_USAGE><PRENOM>${canary()}</PRENOM></SUPPLEANT></SUPPLEANTS>
<STRUCTURE><DIVISIONS>${classesOf(school)
      .map(({ code, mef }, at) => division(code, services(school, at), mef))
      .join("")}</DIVISIONS><GROUPES/></STRUCTURE></DONNEES></STS_EDT>`),
  );
}

/** The export of the timetable software for STSWEB: the same services, no names. */
export function empStsXml(school: ExportedSchool = SCHOOL): string {
  return xml(`<EDT_STS><PARAMETRES><UAJ>${school.rne}</UAJ><ANNEE_SCOLAIRE>${school.annee}</ANNEE_SCOLAIRE></PARAMETRES>
<DONNEES><SALLES_COURS><SALLE_COURS CODE="S101"/></SALLES_COURS>
<INDIVIDUS><INDIVIDU ID="100"><INDEMNITES>${canary()}</INDEMNITES></INDIVIDU></INDIVIDUS>
<STRUCTURE><DIVISIONS>${classesOf(school)
    .map(({ code }, at) => division(code, services(school, at)))
    .join("")}</DIVISIONS><GROUPES/></STRUCTURE></DONNEES></EDT_STS>`);
}

function division(code: string, servicesText: string, mef?: string): string {
  const belongs =
    mef === undefined ? "" : `<MEFS_APPARTENANCE><MEF_APPARTENANCE CODE="${mef}"/></MEFS_APPARTENANCE>`;
  return `\n<DIVISION CODE="${code}"><LIBELLE_LONG>${code} EME</LIBELLE_LONG>${belongs}<SERVICES>${servicesText}</SERVICES></DIVISION>`;
}

function services(school: ExportedSchool, classe: number): string {
  return subjectsOf(school)
    .map(
      ([code], at) => `
<SERVICE CODE_MATIERE="${code}" CODE_MOD_COURS="CG"><ENSEIGNANTS><ENSEIGNANT ID="${teacherOf(classe, at)}" TYPE="epp">
<HEURES_AGENT>${canary()}</HEURES_AGENT></ENSEIGNANT></ENSEIGNANTS></SERVICE>`,
    )
    .join("");
}

const siecle = (root: string, { rne, annee }: ExportedSchool, donnees: string) =>
  xml(`<${root} VERSION="2.0"><PARAMETRES><UAJ>${rne}</UAJ><ANNEE_SCOLAIRE>${annee}</ANNEE_SCOLAIRE>
<DATE_EXPORT>16/11/2026</DATE_EXPORT></PARAMETRES><DONNEES>${donnees}</DONNEES></${root}>`);

/** SIECLE's file on the school itself. */
export function communsXml(school: ExportedSchool = SCHOOL): string {
  return siecle(
    "BEE_COMMUN",
    school,
    `<UAJ><DENOM_PRINC>COLLEGE</DENOM_PRINC><DENOM_COMPL>DES TILLEULS</DENOM_COMPL><NOM_RESP>${canary()}</NOM_RESP>
<LIGNE1_ADRESSE>${canary()}</LIGNE1_ADRESSE><TELEPHONE>${canary()}</TELEPHONE><MEL_1>${canary()}</MEL_1></UAJ>`,
  );
}

/** SIECLE's file on pupils. Every third class has one pupil fewer. */
export function elevesXml(school: ExportedSchool = SCHOOL): string {
  const classes = classesOf(school);
  const ids = Array.from({ length: school.eleves }, (_, at) => at);
  const pupil = (at: number) => `
<ELEVE ELEVE_ID="${canary()}" ELENOET="${canary()}"><ID_NATIONAL>${canary()}</ID_NATIONAL><INE_RNIE>${canary()}</INE_RNIE>
<NOM_DE_FAMILLE>${canary()}</NOM_DE_FAMILLE><PRENOM>${canary()}</PRENOM><DATE_NAISS>${canary()}</DATE_NAISS>
<TEL_PORTABLE>${canary()}</TEL_PORTABLE><MEL>${canary()}</MEL><CODE_REGIME>${canary()}</CODE_REGIME>${
    at === 0 ? "<DATE_SORTIE>01/10/2026</DATE_SORTIE>" : ""
  }<CODE_COMMUNE_INSEE_NAISS>${canary()}</CODE_COMMUNE_INSEE_NAISS></ELEVE>`;
  const structure = (at: number) => `
<STRUCTURES_ELEVE ELEVE_ID="${canary()}"><STRUCTURE><CODE_STRUCTURE>${classes[at % classes.length]?.code}</CODE_STRUCTURE>
<TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>`;
  return siecle(
    "BEE_ELEVES",
    school,
    `<ELEVES>${ids.map(pupil).join("")}</ELEVES><STRUCTURES>${ids.slice(1).map(structure).join("")}</STRUCTURES>`,
  );
}

/** SIECLE's file on guardians, which is never read. */
export function responsablesXml(school: ExportedSchool = SCHOOL): string {
  return siecle(
    "BEE_RESPONSABLES",
    school,
    `<PERSONNES><PERSONNE><NOM>${canary()}</NOM></PERSONNE></PERSONNES>`,
  );
}

/** EDT's list of courses as a table, with a caption above it if one is given. */
export function coursTable(
  school: ExportedSchool = SCHOOL,
  { separator = ";", lineEnd = "\r\n", caption = "" } = {},
): string {
  const titles = [
    "NUMERO",
    "MAT_CODE",
    "MAT_LIBELLE",
    "PROF_NOM",
    "PROF_PRENOM",
    "PROF_NE_LE",
    "CLASSE",
    "SALLE",
    "MODALITE",
    "CO-ENS.",
    "EFFECTIF",
  ];
  const rows = classesOf(school).flatMap(({ code }, classe) =>
    subjectsOf(school).map(([, gestion, label], at) => {
      const name = NAMES[teacherOf(classe, at) - 100] ?? "";
      return ["1", gestion, label, name, `Jean-${name}`, canary(), code, "Salle 1", "CG", "N", canary()];
    }),
  );
  const cell = (text: string) =>
    text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [titles, ...rows].map((row) => row.map(cell).join(separator));
  return [...(caption === "" ? [] : [caption]), ...lines, ""].join(lineEnd);
}

/** A text in one of the encodings in which exports are met. */
export function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8 with a mark") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  // Of what differs between the two Western encodings, only œ and Œ occur.
  const [small, capital] = encoding === "windows-1252" ? ["\x9c", "\x8c"] : ["\xbd", "\xbc"];
  return Buffer.from(text.replaceAll("œ", small).replaceAll("Œ", capital), "latin1");
}

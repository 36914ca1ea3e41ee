import type { PersonRecord, SourceRecords } from "./records.ts";
import { codeOf, personId, STRUCTURE, takeDivision, takeGroupe } from "./sts-structure.ts";
import { elementsAt, TEXT, textAt, type XmlElement, type XmlShape } from "./xml.ts";
import { type ExportFormat, numberFrom, statedBy } from "./xml-reader.ts";

// Not read: name at birth, sex, title, birth date, grade, disciplines, phone, address.
const PERSON: XmlShape = {
  isRecord: true,
  attributes: ["ID", "TYPE"],
  children: {
    NOM_USAGE: TEXT,
    PRENOM: TEXT,
    FONCTION: TEXT,
    PROFS_PRINC: {
      children: { PROF_PRINC: { children: { CODE_STRUCTURE: TEXT, DATE_DEBUT: TEXT, DATE_FIN: TEXT } } },
    },
  },
};

/** `sts_emp`: what STSWEB hands to the timetable software. Substitutes are not read. */
export const stsEmp: ExportFormat = {
  kind: "sts-emp",
  root: "STS_EDT",
  shape: {
    children: {
      PARAMETRES: {
        children: {
          UAJ: {
            isRecord: true,
            attributes: ["CODE"],
            children: {
              ACADEMIE: { children: { LIBELLE: TEXT } },
              DENOM_PRINC: TEXT,
              DENOM_COMPL: TEXT,
              CODE_NATURE: TEXT,
            },
          },
          ANNEE_SCOLAIRE: { isRecord: true, attributes: ["ANNEE"] },
        },
      },
      NOMENCLATURES: {
        children: {
          MATIERES: {
            children: {
              MATIERE: {
                isRecord: true,
                attributes: ["CODE"],
                children: { CODE_GESTION: TEXT, LIBELLE_LONG: TEXT, LIBELLE_EDITION: TEXT },
              },
            },
          },
          PROGRAMMES: {
            children: {
              PROGRAMME: { isRecord: true, children: { CODE_MEF: TEXT, CODE_MATIERE: TEXT, HORAIRE: TEXT } },
            },
          },
        },
      },
      DONNEES: { children: { INDIVIDUS: { children: { INDIVIDU: PERSON } }, STRUCTURE } },
    },
  },
  take(element, into) {
    TAKE[element.name]?.(element, into);
  },
};

const TAKE: { readonly [record: string]: ExportFormat["take"] } = {
  UAJ: takeSchool,
  ANNEE_SCOLAIRE(element, into) {
    const year = statedBy(element, element.attributes.get("ANNEE") ?? "");
    if (year) into.year = year;
  },
  MATIERE(element, { matieres }) {
    const code = codeOf(element);
    const libelle = textAt(element, "LIBELLE_EDITION") || textAt(element, "LIBELLE_LONG");
    matieres.push({ code, gestion: textAt(element, "CODE_GESTION") || code, libelle, place: element.place });
  },
  PROGRAMME(element, { programmes }) {
    programmes.push({
      mef: textAt(element, "CODE_MEF"),
      matiere: textAt(element, "CODE_MATIERE"),
      heures: numberFrom(textAt(element, "HORAIRE")) ?? 0,
      place: element.place,
    });
  },
  INDIVIDU(element, { people }) {
    people.push(personOf(element));
  },
  DIVISION: takeDivision,
  GROUPE: takeGroupe,
};

function takeSchool(element: XmlElement, into: SourceRecords): void {
  const rne = statedBy(element, codeOf(element));
  if (rne) into.rne = rne;
  into.school = {
    nom: `${textAt(element, "DENOM_PRINC")} ${textAt(element, "DENOM_COMPL")}`.trim(),
    nature: textAt(element, "CODE_NATURE"),
    academie: textAt(element, "ACADEMIE", "LIBELLE"),
    place: element.place,
  };
}

function personOf(element: XmlElement): PersonRecord {
  return {
    id: personId(element),
    nom: textAt(element, "NOM_USAGE"),
    prenom: textAt(element, "PRENOM"),
    fonction: textAt(element, "FONCTION"),
    isLocal: element.attributes.get("TYPE") === "local",
    principal: elementsAt(element, "PROFS_PRINC", "PROF_PRINC").map((one) => ({
      classe: textAt(one, "CODE_STRUCTURE"),
      debut: textAt(one, "DATE_DEBUT"),
      fin: textAt(one, "DATE_FIN"),
      place: one.place,
    })),
    place: element.place,
  };
}

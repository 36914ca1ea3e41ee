import type { ServiceRecord, SourceRecords } from "./records.ts";
import { childrenOf, elementsAt, TEXT, textAt, type XmlElement, type XmlShape } from "./xml.ts";
import { isSet, numberFrom } from "./xml-reader.ts";

/** The services of a class or a group, as both files of STSWEB write them. */
const SERVICES: XmlShape = {
  children: {
    SERVICE: {
      attributes: ["CODE_MATIERE", "CODE_MOD_COURS"],
      children: {
        CO_ENS: TEXT,
        ENSEIGNANTS: { children: { ENSEIGNANT: { attributes: ["ID", "TYPE"] } } },
      },
    },
  },
};

/** The classes and groups of both files of STSWEB. */
export const STRUCTURE: XmlShape = {
  children: {
    DIVISIONS: {
      children: {
        DIVISION: {
          isRecord: true,
          attributes: ["CODE"],
          children: {
            LIBELLE_LONG: TEXT,
            EFFECTIF_PREVU: TEXT,
            EFFECTIF_CALCULE: TEXT,
            MEFS_APPARTENANCE: { children: { MEF_APPARTENANCE: { attributes: ["CODE"] } } },
            SERVICES,
          },
        },
      },
    },
    GROUPES: {
      children: {
        GROUPE: {
          isRecord: true,
          attributes: ["CODE"],
          children: {
            LIBELLE_LONG: TEXT,
            DIVISIONS_APPARTENANCE: { children: { DIVISION_APPARTENANCE: { attributes: ["CODE"] } } },
            SERVICES,
          },
        },
      },
    },
  },
};

/** Adds a class with its services. */
export function takeDivision(division: XmlElement, into: SourceRecords): void {
  const code = codeOf(division);
  const effectif = numberFrom(textAt(division, "EFFECTIF_CALCULE") || textAt(division, "EFFECTIF_PREVU"));
  into.classes.push({
    code,
    libelle: textAt(division, "LIBELLE_LONG"),
    mefs: elementsAt(division, "MEFS_APPARTENANCE", "MEF_APPARTENANCE").map(codeOf),
    ...(effectif !== undefined && { effectif }),
    place: division.place,
  });
  into.services.push(...servicesOf(division, "classes", code));
}

/** Adds a group with its services. */
export function takeGroupe(groupe: XmlElement, into: SourceRecords): void {
  const code = codeOf(groupe);
  into.groupes.push({
    code,
    libelle: textAt(groupe, "LIBELLE_LONG"),
    classes: elementsAt(groupe, "DIVISIONS_APPARTENANCE", "DIVISION_APPARTENANCE").map(codeOf),
    place: groupe.place,
  });
  into.services.push(...servicesOf(groupe, "groupes-eleves", code));
}

/** The attribute CODE of an element. */
export function codeOf({ attributes }: XmlElement): string {
  return attributes.get("CODE") ?? "";
}

/** The identifier of a person: it is unique with its type only, which some files leave out. */
export function personId({ attributes }: XmlElement): string {
  return `${attributes.get("TYPE") || "epp"}:${attributes.get("ID") ?? ""}`;
}

function servicesOf(structure: XmlElement, of: ServiceRecord["of"], code: string): readonly ServiceRecord[] {
  return childrenOf(structure, "SERVICES").flatMap((services) =>
    childrenOf(services, "SERVICE").map((service) => ({
      of,
      code,
      matiere: service.attributes.get("CODE_MATIERE") ?? "",
      modalite: service.attributes.get("CODE_MOD_COURS") || "CG",
      coEnseignement: isSet(textAt(service, "CO_ENS")),
      professeurs: elementsAt(service, "ENSEIGNANTS", "ENSEIGNANT").map(personId),
      place: service.place,
    })),
  );
}

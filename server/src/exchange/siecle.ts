import type { SourceRecords } from "./records.ts";
import { TEXT, type XmlElement, type XmlShape } from "./xml.ts";
import { dayFrom, statedBy } from "./xml-reader.ts";

/** The head of every file of SIECLE. */
export const PARAMETRES: XmlShape = {
  children: {
    UAJ: { isRecord: true },
    ANNEE_SCOLAIRE: { isRecord: true },
    DATE_EXPORT: { isRecord: true },
  },
};

/** Takes an element of that head; false if it is none. */
export function takeParametre(element: XmlElement, into: SourceRecords): boolean {
  if (!PARAMETRES.children || !Object.hasOwn(PARAMETRES.children, element.name)) return false;
  const stated = statedBy(element);
  if (!stated) return true;
  if (element.name === "UAJ") into.rne = stated;
  else if (element.name === "ANNEE_SCOLAIRE") into.year = stated;
  else {
    const value = dayFrom(stated.value);
    if (value !== "") into.exported = { ...stated, value };
  }
  return true;
}

/** The code of a structure, which some versions write as an attribute and others as a child. */
export const STRUCTURE_CODE: XmlShape = {
  attributes: ["CODE_STRUCTURE"],
  children: { CODE_STRUCTURE: TEXT },
};

/** The value of a code that stands in an attribute or in a child of the same name. */
export function codeIn(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? element.children.find((child) => child.name === name)?.text ?? "";
}

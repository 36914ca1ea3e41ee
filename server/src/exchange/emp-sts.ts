import { codeOf, STRUCTURE, takeDivision, takeGroupe } from "./sts-structure.ts";
import { type ExportFormat, statedBy } from "./xml-reader.ts";

/**
 * `emp_sts`: what the timetable software hands to STSWEB. It has the services as they are taught, and neither names nor
 * labels: those are in `sts_emp`. Not read: hours, placements, indemnities.
 */
export const empSts: ExportFormat = {
  kind: "emp-sts",
  root: "EDT_STS",
  shape: {
    children: {
      PARAMETRES: {
        children: { UAJ: { isRecord: true }, ANNEE_SCOLAIRE: { isRecord: true } },
      },
      DONNEES: {
        children: {
          SALLES_COURS: { children: { SALLE_COURS: { isRecord: true, attributes: ["CODE"] } } },
          STRUCTURE,
        },
      },
    },
  },
  take(element, into) {
    const stated = statedBy(element);
    if (element.name === "UAJ" && stated) into.rne = stated;
    else if (element.name === "ANNEE_SCOLAIRE" && stated) into.year = stated;
    else if (element.name === "SALLE_COURS")
      into.salles.push({ code: codeOf(element), libelle: "", place: element.place });
    else if (element.name === "DIVISION") takeDivision(element, into);
    else if (element.name === "GROUPE") takeGroupe(element, into);
  },
};

import { PARAMETRES, takeParametre } from "./siecle.ts";
import { childrenOf, TEXT, textAt, type XmlElement } from "./xml.ts";
import type { ExportFormat } from "./xml-reader.ts";

/**
 * The pupils' file of SIECLE, for the number of pupils in each class. Of a pupil nothing is read: neither name nor
 * identifier, only in which structures somebody is, and whether somebody has left.
 */
export const elevesCounts: ExportFormat = {
  kind: "eleves",
  root: "BEE_ELEVES",
  shape: {
    children: {
      PARAMETRES,
      DONNEES: {
        children: {
          ELEVES: { children: { ELEVE: { isRecord: true, children: { DATE_SORTIE: TEXT } } } },
          STRUCTURES: {
            children: {
              STRUCTURES_ELEVE: {
                isRecord: true,
                children: { STRUCTURE: { children: { CODE_STRUCTURE: TEXT, TYPE_STRUCTURE: TEXT } } },
              },
            },
          },
        },
      },
    },
  },
  take(element, into) {
    if (takeParametre(element, into)) return;
    const counts = into.headcounts ?? { classes: new Map<string, number>(), present: 0, leavers: 0 };
    into.headcounts = counts;
    if (element.name === "ELEVE") {
      if (textAt(element, "DATE_SORTIE") === "") counts.present++;
      else counts.leavers++;
      return;
    }
    const classe = classeOf(element);
    if (classe !== undefined) counts.classes.set(classe, (counts.classes.get(classe) ?? 0) + 1);
  },
};

/** The class among the structures of a pupil. `Inactifs` is none. */
function classeOf(element: XmlElement): string | undefined {
  const division = childrenOf(element, "STRUCTURE").find((one) => textAt(one, "TYPE_STRUCTURE") === "D");
  const code = division && textAt(division, "CODE_STRUCTURE");
  return code === "" || code === "Inactifs" ? undefined : code;
}

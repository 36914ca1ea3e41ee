import { codeIn, PARAMETRES, takeParametre } from "./siecle.ts";
import { TEXT, textAt } from "./xml.ts";
import { type ExportFormat, numberFrom } from "./xml-reader.ts";

/** `Nomenclature.xml` of SIECLE: all subjects, and what each MEF should be taught. */
export const nomenclature: ExportFormat = {
  kind: "nomenclature",
  root: "BEE_NOMENCLATURES",
  shape: {
    children: {
      PARAMETRES,
      DONNEES: {
        children: {
          MATIERES: {
            children: {
              MATIERE: {
                isRecord: true,
                attributes: ["CODE_MATIERE"],
                children: {
                  CODE_MATIERE: TEXT,
                  CODE_GESTION: TEXT,
                  LIBELLE_LONG: TEXT,
                  LIBELLE_EDITION: TEXT,
                },
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
    },
  },
  take(element, into) {
    if (takeParametre(element, into)) return;
    const { place } = element;
    const code = codeIn(element, "CODE_MATIERE");
    if (element.name === "MATIERE") {
      const libelle = textAt(element, "LIBELLE_EDITION") || textAt(element, "LIBELLE_LONG");
      into.matieres.push({ code, gestion: textAt(element, "CODE_GESTION") || code, libelle, place });
    } else {
      const heures = numberFrom(textAt(element, "HORAIRE")) ?? 0;
      into.programmes.push({ mef: textAt(element, "CODE_MEF"), matiere: code, heures, place });
    }
  },
};

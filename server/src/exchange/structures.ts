import { codeIn, PARAMETRES, STRUCTURE_CODE, takeParametre } from "./siecle.ts";
import { elementsAt, TEXT, textAt } from "./xml.ts";
import type { ExportFormat } from "./xml-reader.ts";

/** `Structures.xml` of SIECLE: classes with their MEF, groups with their classes. No person stands in it. */
export const structures: ExportFormat = {
  kind: "structures",
  root: "BEE_STRUCTURES",
  shape: {
    children: {
      PARAMETRES,
      DONNEES: {
        children: {
          DIVISIONS: {
            children: {
              DIVISION: {
                isRecord: true,
                attributes: ["CODE_STRUCTURE"],
                children: {
                  CODE_STRUCTURE: TEXT,
                  LIBELLE_LONG: TEXT,
                  MEFS_APPARTENANCE: {
                    children: {
                      MEF_APPARTENANCE: { attributes: ["CODE_MEF"], children: { CODE_MEF: TEXT } },
                    },
                  },
                },
              },
            },
          },
          GROUPES: {
            children: {
              GROUPE: {
                isRecord: true,
                attributes: ["CODE_STRUCTURE"],
                children: {
                  CODE_STRUCTURE: TEXT,
                  LIBELLE_LONG: TEXT,
                  DIVISIONS_APPARTENANCE: { children: { DIVISION_APPARTENANCE: STRUCTURE_CODE } },
                },
              },
            },
          },
        },
      },
    },
  },
  take(element, into) {
    if (takeParametre(element, into)) return;
    const code = codeIn(element, "CODE_STRUCTURE");
    const libelle = textAt(element, "LIBELLE_LONG");
    const { place } = element;
    if (element.name === "DIVISION") {
      const mefs = elementsAt(element, "MEFS_APPARTENANCE", "MEF_APPARTENANCE");
      into.classes.push({ code, libelle, mefs: mefs.map((one) => codeIn(one, "CODE_MEF")), place });
    } else {
      const classes = elementsAt(element, "DIVISIONS_APPARTENANCE", "DIVISION_APPARTENANCE");
      into.groupes.push({
        code,
        libelle,
        classes: classes.map((one) => codeIn(one, "CODE_STRUCTURE")),
        place,
      });
    }
  },
};

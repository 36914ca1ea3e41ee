import { PARAMETRES, takeParametre } from "./siecle.ts";
import { TEXT, textAt } from "./xml.ts";
import type { ExportFormat } from "./xml-reader.ts";

/** `Communs.xml` of SIECLE: the name of the school. Not read: its head, address, phones and e-mail. */
export const communs: ExportFormat = {
  kind: "communs",
  root: "BEE_COMMUN",
  shape: {
    children: {
      PARAMETRES,
      DONNEES: { children: { UAJ: { isRecord: true, children: { DENOM_PRINC: TEXT, DENOM_COMPL: TEXT } } } },
    },
  },
  take(element, into) {
    // The RNE stands in the head, the name in an element of the same name below.
    if (element.name !== "UAJ" || element.text !== "") {
      takeParametre(element, into);
      return;
    }
    const nom = `${textAt(element, "DENOM_PRINC")} ${textAt(element, "DENOM_COMPL")}`.trim();
    if (nom !== "") into.school = { nom, nature: "", academie: "", place: element.place };
  },
};

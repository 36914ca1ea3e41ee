import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { groupServices } from "../shared/groups.ts";
import { classesWithMatieres, matieresByNiveau } from "../shared/matieres.ts";
import { matiereOf } from "../shared/services.ts";
import docs from "./classe-unlike-its-niveau.md";

/** More than this is no oversight: the class is another kind of class. */
const MOST = 2;

/** A class without a subject that all others of its niveau have. */
export const classeUnlikeItsNiveau = rule({
  id: "classe-unlike-its-niveau",
  severity: "information",
  on: "classes",
  docs,

  *check(_, context) {
    const classes = classesWithMatieres(context);
    const counts = matieresByNiveau(classes);
    for (const { classe, niveau, matieres } of classes) {
      const count = counts.get(niveau);
      if (!count || count.classes < 3 || matieres.has(undefined)) continue;
      const absent = [...count.having].flatMap(([matiere, having]) =>
        having === count.classes - 1 && !matieres.has(matiere) ? [matiere] : [],
      );
      const inGroups = absent.length > 0 ? groupServices(classe, context).map(matiereOf) : [];
      const missing = absent.filter((matiere) => !inGroups.includes(matiere));
      if (missing.length === 0 || absent.length > MOST) continue;
      yield {
        at: classe.key,
        message: message(
          "“{0}” has no active service for {1}, unlike all other classes of “{2}”.",
          classe.name,
          missing.join(", "),
          niveau,
        ),
      };
    }
  },
});

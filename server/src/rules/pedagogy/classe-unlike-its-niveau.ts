import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { groupServices } from "../shared/groups.ts";
import { classesWithMatieres, matieresByNiveau } from "../shared/matieres.ts";
import { matiereOf } from "../shared/services.ts";
import docs from "./classe-unlike-its-niveau.md";

/** If more matières are missing, it is not an oversight: the class is of another kind. */
const MAX_MISSING = 2;

/** A class without a matière that all other classes of its niveau have, and otherwise like one of them. */
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
      const absent = [...count.classesWith].flatMap(([matiere, having]) =>
        having === count.classes - 1 && !matieres.has(matiere) ? [matiere] : [],
      );
      const inGroups = absent.length > 0 ? groupServices(classe, context).map(matiereOf) : [];
      const services = classe.value.get("services");
      // Where the class removes the service by `~`, it is no oversight.
      const missing = absent.filter(
        (matiere) => !inGroups.includes(matiere) && services?.entries.get(matiere)?.value.kind !== "removed",
      );
      if (missing.length === 0 || absent.length > MAX_MISSING) continue;
      // A class that has what no sibling has beside the rest is of another track or has other specialities.
      if (
        !classes.some(
          (other) => other.classe !== classe && other.niveau === niveau && hasAll(other.matieres, matieres),
        )
      )
        continue;
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

function hasAll(matieres: ReadonlySet<string | undefined>, others: ReadonlySet<string | undefined>): boolean {
  return [...others].every((matiere) => matieres.has(matiere));
}

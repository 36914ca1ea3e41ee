import { memo } from "../../base/memo.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { groupServices } from "../shared/groups.ts";
import { activeIn, isWhole, matiereOf, type Services } from "../shared/services.ts";
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
    const classes = context.all("classes").flatMap((classe) => {
      const niveau = classe.value.get("niveau")?.value;
      const services = classe.value.get("services");
      if (niveau === undefined || !services || !isWhole(services) || services.entries.size === 0) return [];
      return [{ classe, niveau, matieres: matieresOf(services) }];
    });
    const counts = countsOf(classes);
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

const matieresOf = memo((services: Services): ReadonlySet<string | undefined> => {
  return new Set(activeIn(services).map(matiereOf));
});

interface Count {
  classes: number;
  /** How many of them have a matière. */
  readonly having: Map<string, number>;
}

function countsOf(
  classes: readonly { readonly niveau: string; readonly matieres: ReadonlySet<string | undefined> }[],
): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const { niveau, matieres } of classes) {
    const count = counts.get(niveau) ?? { classes: 0, having: new Map() };
    counts.set(niveau, count);
    count.classes++;
    for (const matiere of matieres) {
      if (matiere !== undefined) count.having.set(matiere, (count.having.get(matiere) ?? 0) + 1);
    }
  }
  return counts;
}

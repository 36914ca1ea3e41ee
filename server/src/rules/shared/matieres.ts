import type { ThingAt } from "../api/rule.ts";
import type { RuleContext, TypedSubject } from "../api/rule-context.ts";
import { isWhole, matieresIn } from "./services.ts";

/** A class whose services are all known, with the matières of the active ones. */
export interface ClasseMatieres {
  readonly classe: TypedSubject<ThingAt<"classes.*">>;
  readonly niveau: string;
  readonly matieres: ReadonlySet<string | undefined>;
}

/** The number of classes of a niveau, and of those that have each matière. */
export interface NiveauMatieres {
  classes: number;
  readonly classesWith: Map<string, number>;
}

/** The classes with a niveau and services, if all their services are known. */
export function classesWithMatieres(context: RuleContext): readonly ClasseMatieres[] {
  return context.all("classes").flatMap((classe) => {
    const niveau = classe.value.get("niveau")?.value;
    const services = classe.value.get("services");
    if (niveau === undefined || !services || !isWhole(services) || services.entries.size === 0) return [];
    return [{ classe, niveau, matieres: matieresIn(services) }];
  });
}

/** The matières of each niveau, by its name. */
export function matieresByNiveau(classes: readonly ClasseMatieres[]): ReadonlyMap<string, NiveauMatieres> {
  const counts = new Map<string, NiveauMatieres>();
  for (const { niveau, matieres } of classes) {
    const count = counts.get(niveau) ?? { classes: 0, classesWith: new Map() };
    counts.set(niveau, count);
    count.classes++;
    for (const matiere of matieres) {
      if (matiere !== undefined) count.classesWith.set(matiere, (count.classesWith.get(matiere) ?? 0) + 1);
    }
  }
  return counts;
}

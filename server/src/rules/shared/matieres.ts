import type { ThingAt } from "../api/rule.ts";
import type { RuleContext, TypedSubject } from "../api/rule-context.ts";
import { isWhole, matieresIn } from "./services.ts";

/** A class of which all services are known, and the matières of the active ones. */
export interface ClasseMatieres {
  readonly classe: TypedSubject<ThingAt<"classes.*">>;
  readonly niveau: string;
  readonly matieres: ReadonlySet<string | undefined>;
}

/** How many classes a niveau has, and how many of them have each matière. */
export interface NiveauMatieres {
  classes: number;
  readonly having: Map<string, number>;
}

/** The classes that have a niveau and services, as far as all of these are known. */
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
    const count = counts.get(niveau) ?? { classes: 0, having: new Map() };
    counts.set(niveau, count);
    count.classes++;
    for (const matiere of matieres) {
      if (matiere !== undefined) count.having.set(matiere, (count.having.get(matiere) ?? 0) + 1);
    }
  }
  return counts;
}

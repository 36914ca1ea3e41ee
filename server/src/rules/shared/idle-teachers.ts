import { foldName } from "../../base/closest.ts";
import { memoBeside } from "../../base/memo.ts";
import { shallowEqual } from "../../base/shallow-equal.ts";
import type { Entry, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { teachersOf } from "./groups.ts";

/**
 * The teachers who teach no active service of any class or group. None as long as who teaches what is not decided: while
 * a class has no services, or a service no teachers.
 */
export function idleTeachers(context: RuleContext): readonly Entry[] {
  const classes = context.all("classes");
  if (
    classes.length === 0 ||
    !classes.every((classe) => (classe.value.get("services")?.entries.size ?? 0) > 0)
  )
    return [];
  const professeurs = context.get("professeurs");
  const teaching = [...classes, ...context.all("groupes-eleves")].map(teachersOf);
  return professeurs && teaching.every((names) => names !== undefined) ? idle(professeurs, teaching) : [];
}

/** Teachers who are not among those of any class or group; nobody, as long as there are none there at all. */
const idle = memoBeside(
  (
    professeurs: TypedMap<ThingAt<"professeurs">>,
    teaching: readonly (readonly string[])[],
  ): readonly Entry[] => {
    const all = new Set<string>();
    for (const names of teaching) for (const name of names) all.add(name);
    if (all.size === 0) return [];
    return [...professeurs.entries.values()].filter(
      ({ name, value }) => !all.has(name) && value.kind === "map" && isTeacher(value),
    );
  },
  shallowEqual,
);

/** Some teach no class by their office: they see pupils otherwise. */
function isTeacher(professeur: TypedMap<ThingAt<"professeurs.*">>): boolean {
  if (professeur.has("mode-administratif") || professeur.has("mode-vie-scolaire")) return false;
  const fonction = professeur.get("fonction");
  const profil = professeur.get("profil")?.value ?? "";
  return (
    (!professeur.has("fonction") || foldName(fonction?.value ?? "x") === "enseignant") &&
    !/documentali/i.test(profil)
  );
}

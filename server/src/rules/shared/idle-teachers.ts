import { foldName } from "../../base/closest.ts";
import { memoBeside } from "../../base/memo.ts";
import { shallowEqual } from "../../base/shallow-equal.ts";
import type { Entry, TypedMap } from "../../schema/value.ts";
import type { ThingAt } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { teachersOf } from "./groups.ts";

/**
 * The teachers who teach no active service of any class or group. Empty while it is not decided who teaches what: while
 * a class has no services, or a service no teachers.
 */
export function idleTeachers(context: RuleContext): readonly Entry[] {
  const classes = context.all("classes");
  if (
    classes.length === 0 ||
    !classes.every((classe) => (classe.value.get("services")?.entries.size ?? 0) > 0)
  )
    return [];
  // Who teaches in what could not be read is not known.
  if (["classes", "groupes-eleves"].some((section) => context.written(section, "") === undefined)) return [];
  const professeurs = context.get("professeurs");
  const teachersByClass = [...classes, ...context.all("groupes-eleves")].map(teachersOf);
  return professeurs && teachersByClass.every((names) => names !== undefined)
    ? idleIn(professeurs, teachersByClass)
    : [];
}

/** The teachers who are not among those of any class or group; empty if these have no teachers at all. */
const idleIn = memoBeside(
  (
    professeurs: TypedMap<ThingAt<"professeurs">>,
    teachersByClass: readonly (readonly string[])[],
  ): readonly Entry[] => {
    const all = new Set<string>();
    for (const names of teachersByClass) for (const name of names) all.add(name);
    if (all.size === 0) return [];
    return [...professeurs.entries.values()].filter(
      ({ name, value }) => !all.has(name) && value.kind === "map" && isTeacher(value),
    );
  },
  shallowEqual,
);

/** Some people are in the section of teachers but teach no classes, because of their function. */
function isTeacher(professeur: TypedMap<ThingAt<"professeurs.*">>): boolean {
  if (professeur.has("mode-administratif") || professeur.has("mode-vie-scolaire")) return false;
  const fonction = professeur.get("fonction");
  const profil = professeur.get("profil")?.value ?? "";
  return (
    (!professeur.has("fonction") || foldName(fonction?.value ?? "x") === "enseignant") &&
    !/documentali/i.test(profil)
  );
}

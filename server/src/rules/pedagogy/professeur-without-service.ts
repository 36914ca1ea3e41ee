import { foldName } from "../../base/closest.ts";
import { memoBeside } from "../../base/memo.ts";
import { message } from "../../base/message.ts";
import { shallowEqual } from "../../base/shallow-equal.ts";
import type { Entry, TypedMap } from "../../schema/value.ts";
import { rule, type ThingAt } from "../api/rule.ts";
import { teachersOf } from "../shared/groups.ts";
import docs from "./professeur-without-service.md";

/** A teacher who teaches nothing, once all services have their teachers. */
export const professeurWithoutService = rule({
  id: "professeur-without-service",
  severity: "information",
  on: "classes", // not the teachers: else all that is checked of them would depend on what is taught
  docs,

  *check(_, context) {
    const classes = context.all("classes");
    // As long as a class has no services, or a service no teachers, who teaches what is not decided.
    if (
      classes.length === 0 ||
      !classes.every((classe) => (classe.value.get("services")?.entries.size ?? 0) > 0)
    )
      return;
    const professeurs = context.get("professeurs");
    const teaching = [...classes, ...context.all("groupes-eleves")].map(teachersOf);
    if (!professeurs || !teaching.every((names) => names !== undefined)) return;
    for (const entry of idle(professeurs, teaching)) {
      if (!context.own(entry.key.block.uri) || context.mistaken("professeurs", entry.name)) continue;
      yield {
        at: entry.key,
        message: message(
          "“{0}” teaches no active service: this account would show no class. Is a service missing, or has the teacher left?",
          entry.name,
        ),
      };
    }
  },
});

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

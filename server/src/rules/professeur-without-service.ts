import { folded } from "../closest.ts";
import { say } from "../say.ts";
import type { MapValue } from "../schema/value.ts";
import { teachersOf } from "./groups.ts";
import docs from "./professeur-without-service.md";
import { type At, rule } from "./rule.ts";
import type { Public } from "./services.ts";

/** A teacher who teaches nothing, once all services have their teachers. */
export const professeurWithoutService = rule({
  id: "professeur-without-service",
  severity: "information",
  on: "classes", // not the teachers: else all that is checked of them would depend on what is taught
  docs,

  *check(_, ask) {
    const classes = ask.all("classes");
    // As long as a class has no services, or a service no teachers, who teaches what is not decided.
    if (
      classes.length === 0 ||
      !classes.every((classe) => (classe.value.get("services")?.entries.size ?? 0) > 0)
    )
      return;
    const teaching = teachersOfAll([...classes, ...ask.all("groupes-eleves")]);
    if (!teaching || teaching.size === 0) return;
    for (const entry of ask.get("professeurs")?.entries.values() ?? []) {
      if (teaching.has(entry.name) || entry.value.kind !== "map" || !ask.own(entry.key.block.uri)) continue;
      if (ask.mistaken("professeurs", entry.name)) continue;
      if (!isTeacher(entry.value as MapValue<At<"professeurs.*">>)) continue;
      yield {
        at: entry.key,
        message: say(
          "“{0}” teaches no active service: this account would show no class. Is a service missing, or has the teacher left?",
          entry.name,
        ),
      };
    }
  },
});

/** Who teaches one of them; `undefined` while that is not known of one. */
function teachersOfAll(all: readonly Public[]): ReadonlySet<string> | undefined {
  const teaching = new Set<string>();
  for (const one of all) {
    const names = teachersOf(one);
    if (!names) return undefined;
    for (const name of names) teaching.add(name);
  }
  return teaching;
}

/** Some teach no class by their office: they see pupils otherwise. */
function isTeacher(professeur: MapValue<At<"professeurs.*">>): boolean {
  if (professeur.has("mode-administratif") || professeur.has("mode-vie-scolaire")) return false;
  const fonction = professeur.get("fonction");
  const profil = professeur.get("profil")?.value ?? "";
  return (
    (!professeur.has("fonction") || folded(fonction?.value ?? "x") === "enseignant") &&
    !/documentali/i.test(profil)
  );
}

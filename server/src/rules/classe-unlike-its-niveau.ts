import { say } from "../say.ts";
import docs from "./classe-unlike-its-niveau.md";
import { groupServices } from "./groups.ts";
import { rule } from "./rule.ts";
import { activeServices, matiereOf } from "./services.ts";

/** More than this is no oversight: the class is another kind of class. */
const MOST = 2;

/** A class without a subject that all others of its niveau have. */
export const classeUnlikeItsNiveau = rule({
  id: "classe-unlike-its-niveau",
  severity: "information",
  on: "classes",
  docs,

  *check(_, ask) {
    const classes = ask.all("classes").flatMap((classe) => {
      const niveau = classe.value.get("niveau")?.value;
      const services = classe.value.get("services");
      if (niveau === undefined || !services || services.open || services.entries.size === 0) return [];
      const own = activeServices(classe).map(matiereOf);
      return [{ classe, niveau, own, all: new Set([...own, ...groupServices(classe, ask).map(matiereOf)]) }];
    });
    for (const { classe, niveau, own, all } of classes) {
      const others = classes.filter((other) => other.niveau === niveau && other.classe !== classe);
      if (others.length < 2 || own.includes(undefined)) continue;
      const [first, ...rest] = others;
      const missing = [...new Set(first?.own)].filter(
        (matiere) =>
          matiere !== undefined && !all.has(matiere) && rest.every((other) => other.own.includes(matiere)),
      );
      if (missing.length === 0 || missing.length > MOST) continue;
      yield {
        at: classe.key,
        message: say(
          "“{0}” has no active service for {1}, unlike all other classes of “{2}”.",
          classe.name,
          missing.join(", "),
          niveau,
        ),
      };
    }
  },
});

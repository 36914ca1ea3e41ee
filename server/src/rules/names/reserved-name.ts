import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./reserved-name.md";

/** Words that select several people or classes in lists, by section. */
const WORDS: { readonly [section: string]: readonly string[] } = {
  personnels: ["professeurs", "personnels"],
  professeurs: ["professeurs", "personnels"],
  classes: ["toutes"],
  niveaux: ["toutes"],
};

/** A person or a class whose name selects several in lists. */
export const reservedName = rule({
  id: "reserved-name",
  severity: "error",
  on: ["personnels", "professeurs", "classes", "niveaux"],
  docs,

  *check({ name: section, value }, context) {
    const words = WORDS[section] ?? [];
    const isPeople = words.length > 1;
    const fonctions = isPeople ? context.names("fonctions") : [];
    for (const { name, key } of value.entries.values()) {
      if (words.includes(name)) {
        yield {
          at: key,
          message: isPeople
            ? message(
                "“{0}” stands for all of them wherever people are listed: nobody can have this name.",
                name,
              )
            : message(
                "“{0}” stands for all classes wherever classes are listed: none can have this name.",
                name,
              ),
        };
      } else if (fonctions.includes(name)) {
        yield {
          at: key,
          message: message(
            "“{0}” is a function: wherever people are listed it stands for all who hold it, so that nobody can have this name.",
            name,
          ),
        };
      }
    }
  },
});

import { say } from "../say.ts";
import { kinds } from "../schema/kinds.ts";
import docs from "./ambiguous-name.md";
import { type Found, rule } from "./rule.ts";

/** A name that stands for several in a list: a word of the language, a fonction, a niveau. */
export const ambiguousName = rule({
  id: "ambiguous-name",
  severity: "error",
  on: ["personnels.*", "professeurs.*", "classes.*"],
  docs,

  *check({ name, key, value }, ask): Iterable<Found> {
    const isClasse = value.schema === kinds.get("classes")?.schema.additional;
    if (isClasse ? name === "toutes" : name === "professeurs" || name === "personnels") {
      yield {
        at: key,
        message: say("“{0}” stands for all of them in a list: it cannot be the name of one.", name),
      };
    } else if (!isClasse && ask.names("fonctions").includes(name)) {
      yield {
        at: key,
        message: say(
          "“{0}” is a fonction: in a list of people it stands for all who hold it. Give this person another name.",
          name,
        ),
      };
    } else if (isClasse) {
      const classes = ask.all("classes").filter((other) => other.value.get("niveau")?.value === name);
      const [other] = classes.filter((one) => one.name !== name);
      if (!other) return;
      yield {
        at: key,
        message: say(
          "“{0}” is the niveau of other classes: in a list of classes it stands for all of them. A class bears its niveau's name only if it is the sole one.",
          name,
        ),
        related: [{ at: other.key, message: say("A class of this niveau.") }],
      };
    }
  },
});

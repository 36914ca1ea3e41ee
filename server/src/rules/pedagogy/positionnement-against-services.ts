import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { activeServices } from "../shared/services.ts";
import docs from "./positionnement-against-services.md";

/** A class whose positioning does not fit how its services are assessed. */
export const positionnementAgainstServices = rule({
  id: "positionnement-against-services",
  severity: "information",
  on: "classes.*",
  docs,

  *check(classe) {
    const positionnement = classe.value.get("positionnement");
    // Which services go with learning objectives no source says.
    if (!positionnement || positionnement.value === "objectifs-apprentissage") return;
    const services = activeServices(classe).map(({ name, value }) => ({ name, mode: value.get("mode") }));
    const onScale = positionnement.value === "echelle-1-4";
    const wrong = services.flatMap(({ name, mode }) =>
      mode?.value === (onScale ? "avec-notes" : "sans-notes") ? [{ name, mode }] : [],
    );
    const [first] = wrong;
    // In a class with grades, a few services without them are normal.
    if (!first || (!onScale && wrong.length < services.length)) return;
    yield {
      at: [positionnement, ...wrong.map(({ mode }) => mode)],
      message: onScale
        ? message(
            "The class “{0}” is positioned on the scale from 1 to 4, and “{1}” has grades: where no positioning is entered, it reaches the LSU without one.",
            classe.name,
            first.name,
          )
        : message(
            "The class “{0}” is positioned by grades, and none of its services has any: each needs a grade for the LSU.",
            classe.name,
          ),
      related: wrong.map(({ name, mode }) => ({
        at: mode.node,
        message: message("How “{0}” is assessed.", name),
      })),
    };
  },
});

import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { activeServices } from "../shared/services.ts";
import docs from "./positionnement-against-services.md";

/** A class whose positioning does not fit how its services are assessed. */
export const positionnementAgainstServices = rule({
  id: "positionnement-against-services",
  severity: "warning",
  on: "classes.*",
  docs,

  *check(classe) {
    const positionnement = classe.value.get("positionnement");
    if (!positionnement) return;
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
            "“{0}” is positioned on the scale from 1 to 4, and “{1}” has grades: PRONOTE would convert them by equivalences.",
            classe.name,
            first.name,
          )
        : message("“{0}” is positioned by grades, and none of its services has any.", classe.name),
      related: wrong.map(({ name, mode }) => ({
        at: mode.node,
        message: message("How “{0}” is assessed.", name),
      })),
    };
  },
});

import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isEmpty } from "../shared/services.ts";
import docs from "./classes-without-vie-scolaire.md";

/** A list of classes for somebody who does not connect in school-life mode. */
export const classesWithoutVieScolaire = rule({
  id: "classes-without-vie-scolaire",
  severity: "warning",
  on: ["personnels.*", "professeurs.*"],
  docs,

  *check({ name, value }) {
    const classes = value.entry("classes");
    const isTeacher = value.schema.properties.has("profil");
    const list = value.get("classes");
    if (!classes || !list || isEmpty(list) || value.has("mode-vie-scolaire")) return;
    // For staff without any mode, it is not decided which one they will have.
    if (!isTeacher && !value.has("mode-administratif")) return;
    yield {
      at: classes.key,
      message: isTeacher
        ? message(
            "“{0}” has no school-life mode: this list has no effect. The classes of a teacher follow from the services.",
            name,
          )
        : message(
            "“{0}” has no school-life mode: this list has no effect. It holds in that mode only.",
            name,
          ),
      fixes: removal(value, classes, "probable"),
    };
  },
});

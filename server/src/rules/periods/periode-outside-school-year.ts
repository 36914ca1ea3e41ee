import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isInTheSouth, ownYear } from "../shared/identity.ts";
import docs from "./periode-outside-school-year.md";
import { PERIODE } from "./periodes.ts";

/** A day of a grading period that is in another school year. */
export const periodeOutsideSchoolYear = rule({
  id: "periode-outside-school-year",
  severity: "error",
  on: PERIODE,
  docs,

  *check({ name, value }, context) {
    const annee = ownYear(context);
    const [first = "", second = ""] = annee?.value.split("-") ?? [];
    if (!annee || Number(second) !== Number(first) + 1) return;
    if (isInTheSouth(context)) return;
    const [debut, fin] = [value.get("debut"), value.get("fin")];
    if (debut && fin && fin.value < debut.value) return; // reported as such
    for (const day of [debut, fin]) {
      if (!day || (day.value >= `${first}-08-01` && day.value <= `${second}-08-31`)) continue;
      const meant = `${day.value.slice(5, 7) >= "08" ? first : second}${day.value.slice(4)}`;
      yield {
        at: [day, annee],
        message: message(
          "{0} is outside the school year {1}, to which “{2}” belongs.",
          dayInWords(day.value),
          annee.value,
          name,
        ),
        related: [{ at: annee.node, message: message("The school year is written here.") }],
        fixes: replacement(day, meant, "probable"),
      };
    }
  },
});

import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./school-year-not-consecutive.md";

/** A school year whose second year does not follow the first. */
export const schoolYearNotConsecutive = rule({
  id: "school-year-not-consecutive",
  severity: "error",
  on: ["etablissement", "base"],
  docs,

  *check({ value }) {
    const year = value.get("annee-scolaire");
    const [first = 0, second = 0] = year?.value.split("-").map(Number) ?? [];
    if (!year || second === first + 1) return;
    yield {
      at: year,
      message: message(
        "“{0}” is not a school year: after {1} comes {2}. The base, its periods and the file names follow this year.",
        year.value,
        first,
        first + 1,
      ),
      fixes: [
        ...replacement(year, `${first}-${first + 1}`, "probable"),
        ...(second > 2000 ? replacement(year, `${second - 1}-${second}`, "probable") : []),
      ],
    };
  },
});

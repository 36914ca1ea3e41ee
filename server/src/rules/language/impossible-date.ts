import { dayInWords } from "../../base/day.ts";
import { message } from "../../base/message.ts";
import { type Schema, schemasIn } from "../../schema/schema.ts";
import { isLeafOf, type Leaf, type MapValue } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import docs from "./impossible-date.md";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A date that no calendar has. */
export const impossibleDate = rule({
  id: "impossible-date",
  severity: "error",
  on: "**",
  docs,
  where: (schema) => schemasIn(schema).some(isDate),

  *check({ value }) {
    for (const leaf of datesIn(value)) {
      const [, year = "", month = "", day = ""] = DATE.exec(leaf.value) ?? [];
      const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
      if (Number(day) <= last) continue;
      yield {
        at: leaf,
        message: message("There is no {0}: that month has {1} days.", dayInWords(leaf.value), last),
        fixes: [
          {
            title: message("Replace by “{0}”", `${year}-${month}-${last}`),
            safety: "probable",
            edits: [{ at: leaf.node, newText: `${year}-${month}-${last}` }],
          },
        ],
      };
    }
  },
});

function isDate({ pattern }: Schema): boolean {
  return pattern?.includes("[12][0-9]|3[01])") === true;
}

/** The dates among the values of a map, according to the schema. */
function datesIn(map: MapValue): readonly Leaf<string>[] {
  return [...map.entries.values()].flatMap(({ value }) =>
    isLeafOf(value, "string") && isDate(value.schema) && DATE.test(value.value) ? [value] : [],
  );
}

import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./niveau-against-name.md";

/** How the names of classes start, by niveau. Names are only compared within one family of niveaux. */
const FAMILIES: readonly (readonly (readonly [RegExp, string])[])[] = [
  [
    [/^6/, "6e"],
    [/^5/, "5e"],
    [/^4/, "4e"],
    [/^3/, "3e"],
  ],
  [
    [/^2/, "2de"],
    [/^1/, "1re"],
    [/^T(?:le|erm|[A-Z0-9]|$)/, "Tle"],
  ],
];

/** A class whose name starts like that of another niveau. */
export const niveauAgainstName = rule({
  id: "niveau-against-name",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, key, value }) {
    const niveau = value.get("niveau");
    const family = FAMILIES.find((rows) => rows.some(([, one]) => one === niveau?.value));
    const expected = family?.find(([start]) => start.test(name))?.[1];
    if (!niveau || expected === undefined || expected === niveau.value) return;
    const isInherited = value.has("comme");
    yield {
      at: isInherited ? key : niveau,
      message: message(
        "“{0}” has the name of a class of “{1}”, and its niveau is “{2}”.",
        name,
        expected,
        niveau.value,
      ),
      fixes: isInherited ? [] : replacement(niveau, expected, "probable"),
    };
  },
});

import { foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import { removal } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./ent-parameters-by-hand.md";

/** Parameters of an ENT in PRONOTE's list, which already includes them. */
export const entParametersByHand = rule({
  id: "ent-parameters-by-hand",
  severity: "warning",
  on: "ent",
  docs,

  *check({ value }) {
    const nom = value.get("nom");
    const url = value.entry("url-cas");
    if (!nom || !url || !value.get("url-cas")) return;
    const known = nom.schema.suggestions ?? [];
    if (!known.some((name) => foldName(name) === foldName(nom.value))) return;
    yield {
      at: [url.key, nom],
      message: message(
        "“{0}” is in PRONOTE's list: choosing it fetches all parameters, and a “{1}” of one's own may go out of date.",
        nom.value,
        "url-cas",
      ),
      fixes: removal(value, url, "probable"),
    };
  },
});

import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { placeholderIn } from "../shared/hosts.ts";
import { ownRne } from "../shared/identity.ts";
import docs from "./placeholder-left-in.md";

/** The keys whose values are addresses. */
const ADDRESSES = ["adresse", "hote", "ip-fixe", "url-cas", "console"];

/** An address from a guide with a part that every establishment has to fill in. */
export const placeholderLeftIn = rule({
  id: "placeholder-left-in",
  severity: "error",
  on: "**",
  docs,
  where: ({ properties }) => ADDRESSES.some((key) => properties.has(key)),

  *check({ value }, context) {
    for (const key of ADDRESSES) {
      const leaf = value.get(key);
      if (leaf?.kind !== "leaf" || typeof leaf.value !== "string") continue;
      const left = placeholderIn(leaf.value);
      if (left === undefined) continue;
      const rne = ownRne(context)?.value;
      yield {
        at: leaf,
        message: message(
          "“{0}” still contains “{1}”, which stands for a part that each establishment fills in. Nothing is found at this address.",
          leaf.value,
          left,
        ),
        fixes: rne === undefined ? [] : replacement(leaf, leaf.value.replace(left, rne), "probable"),
      };
    }
  },
});

import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./two-spr.md";

/** A second person who is the SPR. */
export const twoSpr = rule({
  id: "two-spr",
  severity: "error",
  on: "personnels",
  docs,

  *check({ value }) {
    const found = [...value.entries.values()].flatMap((entry) => {
      const leaf = entry.value.kind === "map" ? entry.value.get("spr") : undefined;
      return leaf?.value === true ? [{ name: entry.name, leaf }] : [];
    });
    const [first, ...others] = found;
    if (!first) return;
    for (const { leaf } of others) {
      yield {
        at: [leaf, first.leaf],
        message: message(
          "“{0}” is already the SPR, and PRONOTE has only one. Others may be super-administrators.",
          first.name,
        ),
        related: [{ at: first.leaf.node, message: message("Written here first.") }],
        fixes: replacement(leaf, false, "probable"),
      };
    }
  },
});

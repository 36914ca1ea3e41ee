import { say } from "../../base/say.ts";
import type { Leaf, MapValue } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { type At, rule } from "../api/rule.ts";
import docs from "./two-spr.md";

/** A second SPR. */
export const twoSpr = rule({
  id: "two-spr",
  severity: "error",
  on: "personnels",
  docs,

  *check({ value }) {
    const found = [...value.entries.values()].flatMap((entry) => {
      const leaf =
        entry.value.kind === "map" ? (entry.value as MapValue<At<"personnels.*">>).get("spr") : undefined;
      return leaf?.value === true ? [{ name: entry.name, leaf }] : [];
    });
    const [first, ...others] = found as readonly { name: string; leaf: Leaf<boolean> }[];
    if (!first) return;
    for (const { leaf } of others) {
      yield {
        at: [leaf, first.leaf],
        message: say(
          "“{0}” is the SPR already, and PRONOTE has only one. Others may be super-administrators.",
          first.name,
        ),
        related: [{ at: first.leaf.node, message: say("Written here first.") }],
        fixes: replacement(leaf, false, "probable"),
      };
    }
  },
});

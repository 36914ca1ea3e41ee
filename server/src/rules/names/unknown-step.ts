import { message } from "../../base/message.ts";
import { nameFixes } from "../../schema/problems.ts";
import { isScalarNode } from "../../syntax/tree.ts";
import { rule } from "../api/rule.ts";
import docs from "./unknown-step.md";

/** A line in the rollout that ticks a step which does not exist. */
export const unknownStep = rule({
  id: "unknown-step",
  severity: "warning",
  on: "deroulement",
  docs,

  *check({ value }, context) {
    const slugs = context.names("etapes");
    for (const { name, key, value: entry } of value.entries.values()) {
      if (entry.kind === "removed" || slugs.includes(name)) continue;
      yield {
        at: key,
        message: message(
          "No step of the checklist is called “{0}”: what is written here counts for none.",
          name,
        ),
        fixes: isScalarNode(key) ? nameFixes(key, slugs) : [],
      };
    }
  },
});

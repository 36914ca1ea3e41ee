import { closest, foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import { items } from "../../schema/checklist.ts";
import { replaceBy } from "../../schema/problems.ts";
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
      const near = isScalarNode(key) ? guesses(name, slugs) : [];
      yield {
        at: key,
        message:
          near[0] === undefined
            ? message("No step of the checklist is called “{0}”: what is written here counts for none.", name)
            : message(
                "No step of the checklist is called “{0}”: what is written here counts for none. The nearest: “{1}”.",
                name,
                near[0],
              ),
        fixes: isScalarNode(key) ? near.map((slug) => replaceBy(key, slug, "probable")) : [],
      };
    }
  },
});

/** The steps that may be meant: the one with this title, or those with the nearest names. */
function guesses(name: string, slugs: readonly string[]): readonly string[] {
  const titled = slugByTitle.get(foldName(name));
  return titled === undefined ? closest(name, slugs) : [titled];
}

/** The steps by their titles in both languages. */
const slugByTitle: ReadonlyMap<string, string> = new Map(
  items.flatMap(({ slug, title, longTitle }) =>
    [title, longTitle]
      .flatMap((text) => (text ? [text.fr, text.en] : []))
      .map((text) => [foldName(text), slug]),
  ),
);

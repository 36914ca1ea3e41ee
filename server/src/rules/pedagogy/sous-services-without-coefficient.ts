import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./sous-services-without-coefficient.md";

/** Sub-services that all have the coefficient 0. */
export const sousServicesWithoutCoefficient = rule({
  id: "sous-services-without-coefficient",
  severity: "warning",
  on: ["classes.*.services.*", "groupes-eleves.*.services.*"],
  docs,

  *check({ name, value }) {
    const parts = value.get("sous-services");
    if (!parts || parts.open) return;
    const zeros = [...parts.entries.values()].flatMap((entry) => {
      const part = entry.value.kind === "map" ? entry.value : undefined;
      const coefficient = part?.has("coefficient-par-periode") ? undefined : part?.get("coefficient");
      return coefficient?.value === 0 ? [coefficient] : [];
    });
    const [first, ...others] = zeros;
    if (!first || zeros.length < parts.entries.size) return;
    yield {
      at: first,
      message: message("No sub-service of “{0}” counts: its average cannot be computed.", name),
      related: others.map(({ node }) => ({ at: node, message: message("Does not count either.") })),
      fixes: [
        {
          title: message("Let each count once"),
          safety: "probable",
          edits: zeros.flatMap((leaf) => replacement(leaf, 1, "probable").flatMap(({ edits }) => edits)),
        },
      ],
    };
  },
});

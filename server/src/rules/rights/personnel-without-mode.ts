import { foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import type { TypedMap } from "../../schema/value.ts";
import { rule, type ThingAt } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./personnel-without-mode.md";

/** A member of the staff whose modes are all removed. */
export const personnelWithoutMode = rule({
  id: "personnel-without-mode",
  severity: "error",
  on: "personnels.*",
  docs,

  *check({ name, value }, context) {
    if (value.has("mode-administratif") || value.has("mode-vie-scolaire")) return;
    if (mayUseEspaceAccompagnants(value, context)) return;
    const removed = [value.entry("mode-vie-scolaire"), value.entry("mode-administratif")].find(
      (entry) => entry?.value.kind === "removed",
    );
    if (!removed) return;
    yield {
      at: removed.value.kind === "removed" ? removed.value.node : removed.key,
      message: message(
        "“{0}” has neither the administrative nor the school-life mode: this account could connect to nothing.",
        name,
      ),
    };
  },
});

/** Who accompanies a pupil may have an Espace of their own, which takes no mode. */
function mayUseEspaceAccompagnants(value: TypedMap<ThingAt<"personnels.*">>, context: RuleContext): boolean {
  if (context.get("espaces", "accompagnants", "publie")?.value === false) return false;
  const fonction = value.get("fonction");
  return value.has("fonction") && (!fonction || /^(?:aesh|avs)|accompagn/.test(foldName(fonction.value)));
}

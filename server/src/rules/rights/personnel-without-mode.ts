import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./personnel-without-mode.md";

/** A member of the staff whose modes are all removed. */
export const personnelWithoutMode = rule({
  id: "personnel-without-mode",
  severity: "error",
  on: "personnels.*",
  docs,

  *check({ name, value }) {
    if (value.has("mode-administratif") || value.has("mode-vie-scolaire")) return;
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

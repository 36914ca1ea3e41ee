import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./personnel-without-mode.md";

/** A member of the staff of whom it is written that no mode is wanted. */
export const personnelWithoutMode = rule({
  id: "personnel-without-mode",
  severity: "error",
  on: "personnels.*",
  docs,

  *check({ name, value }) {
    if (value.has("mode-administratif") || value.has("mode-vie-scolaire")) return;
    const cut = [value.entry("mode-vie-scolaire"), value.entry("mode-administratif")].find(
      (entry) => entry?.value.kind === "removed",
    );
    if (!cut) return;
    yield {
      at: cut.value.kind === "removed" ? cut.value.node : cut.key,
      message: message(
        "“{0}” has neither the administrative nor the school-life mode: this account could connect to nothing.",
        name,
      ),
    };
  },
});

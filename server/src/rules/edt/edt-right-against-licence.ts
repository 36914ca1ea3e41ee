import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./edt-right-against-licence.md";

/** A connection right that contradicts the licence of EDT, which includes it or not. */
export const edtRightAgainstLicence = rule({
  id: "edt-right-against-licence",
  severity: "error",
  on: "edt",
  docs,

  *check({ value }) {
    const licence = value.get("licence");
    const right = value.get("droit-connexion");
    if (!licence || !right) return;
    if (licence.value === "monoposte" || right.value === (licence.value === "reseau")) return;
    yield {
      at: [right, licence],
      message: right.value
        ? message("Without EDT there is no EDT-PRONOTE connection right: it comes with the licence.")
        : message(
            "The EDT-PRONOTE connection right is included in EDT réseau: with this licence the establishment has it.",
          ),
      fixes: replacement(right, licence.value === "reseau", "probable"),
      related: [{ at: licence.node, message: message("The licence is written here.") }],
    };
  },
});

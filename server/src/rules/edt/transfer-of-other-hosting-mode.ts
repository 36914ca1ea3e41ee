import { message } from "../../base/message.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { ownMode } from "../shared/identity.ts";
import docs from "./transfer-of-other-hosting-mode.md";

/** A way to transfer EDT's data that belongs to the other hosting mode. */
export const transferOfOtherHostingMode = rule({
  id: "transfer-of-other-hosting-mode",
  severity: "warning",
  on: "edt.transfert",
  docs,

  *check({ value }, context) {
    const transfer = value.get("mode");
    const mode = transfer && ownMode(context);
    if (!mode) return;
    const hosted = mode.value === "heberge";
    const expected = hosted ? "automatique" : "manuel";
    const entry = value.entry("mode");
    if (transfer.value === expected || !entry) return;
    yield {
      at: [transfer, mode],
      message: hosted
        ? message(
            "To a hosted base EDT's assisted transfer goes as far as initialising it; “{0}” is for a Server of one's own.",
            transfer.value,
          )
        : message(
            "To a Server of one's own EDT's data are brought as a .zip; “{0}” is for a hosted base.",
            transfer.value,
          ),
      fixes: [...replacement(transfer, expected, "probable"), ...removal(value, entry, "probable")],
      related: [{ at: mode.node, message: message("The hosting mode is chosen here.") }],
    };
  },
});

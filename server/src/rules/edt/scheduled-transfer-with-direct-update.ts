import { message } from "../../base/message.ts";
import { removal, replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./scheduled-transfer-with-direct-update.md";

/** Both ways to change the timetable at once: directly in PRONOTE's base, and by a transfer from EDT's. */
export const scheduledTransferWithDirectUpdate = rule({
  id: "scheduled-transfer-with-direct-update",
  severity: "warning",
  on: "edt",
  docs,

  *check({ value }) {
    const transfer = value.get("transfert");
    const schedule = transfer?.get("programme");
    const entry = transfer?.entry("programme");
    const update = value.get("mise-a-jour");
    if (!transfer || !schedule || !entry || schedule.entries.size === 0 || update?.value !== "directe")
      return;
    const active = schedule.entry("actif")?.value;
    if (active && (active.kind !== "leaf" || active.value !== true)) return;
    yield {
      at: [entry.key, update],
      message: message(
        "“{0}” brings EDT's base over and over, while “{1}” is “directe”: each transfer would overwrite what was changed and booked in PRONOTE.",
        "programme",
        "mise-a-jour",
      ),
      fixes: [...removal(transfer, entry, "probable"), ...replacement(update, "par-transfert", "probable")],
      related: [{ at: update.node, message: message("Changes are made in PRONOTE's base.") }],
    };
  },
});

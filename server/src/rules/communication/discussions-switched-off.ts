import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./discussions-switched-off.md";
import { tickedInVain } from "./ticks.ts";

const TICKS = [
  "preferences-contact/*/discussions",
  "preferences-contact/responsables/messagerie-entre-responsables",
  "personnels/*/preferences-contact/discussions",
  "professeurs/*/preferences-contact/discussions",
  "communication/discussions/messagerie-entre-responsables",
];

/** Discussions that people accept although the messaging is off for all. */
export const discussionsSwitchedOff = rule({
  id: "discussions-switched-off",
  severity: "warning",
  on: "communication.discussions",
  docs,

  *check({ value }, context) {
    const actif = value.get("actif");
    if (actif?.value !== false) return;
    yield* tickedInVain(
      actif,
      TICKS,
      context,
      (ticks) =>
        message(
          "The messaging is switched off for the whole establishment, so that this has no effect: {0}.",
          ticks,
        ),
      message("Switch the messaging on"),
    );
  },
});

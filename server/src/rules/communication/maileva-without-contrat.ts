import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./maileva-without-contrat.md";
import { tickedInVain } from "./ticks.ts";

const TICKS = ["profils-personnels/*/autorisations/communication/utiliser-maileva"];

/** The right to use Maileva without a subscription to it. */
export const mailevaWithoutContrat = rule({
  id: "maileva-without-contrat",
  severity: "error",
  on: "communication.courriers.maileva",
  docs,

  *check({ value }, context) {
    const contrat = value.get("contrat");
    if (contrat?.value !== false) return;
    yield* tickedInVain(
      contrat,
      TICKS,
      context,
      (ticks) =>
        message(
          "There is no Maileva subscription with La Poste, so that this right is of no use: {0}.",
          ticks,
        ),
      message("Write that the subscription exists"),
    );
  },
});

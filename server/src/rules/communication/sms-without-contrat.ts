import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./sms-without-contrat.md";
import { tickedInVain } from "./ticks.ts";

const TICKS = [
  "preferences-contact/*/sms",
  "personnels/*/preferences-contact/sms",
  "professeurs/*/preferences-contact/sms",
  "profils-personnels/*/autorisations/communication/envoyer-sms",
  "informations-connexion/*/envoi/sms",
];

/** Settings that rely on SMS although the establishment is not registered for them. */
export const smsWithoutContrat = rule({
  id: "sms-without-contrat",
  severity: "error",
  on: "communication.sms",
  docs,

  *check({ value }, context) {
    const contrat = value.get("contrat");
    if (contrat?.value !== false) return;
    yield* tickedInVain(
      contrat,
      TICKS,
      context,
      (ticks) => message("The establishment is not registered for SMS, so that this sends none: {0}.", ticks),
      message("Write that the establishment is registered"),
    );
  },
});

import { message } from "../../base/message.ts";
import { leafAt } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isHosted, isSelfHosted } from "../shared/hosts.ts";
import { ownRne } from "../shared/identity.ts";
import { rnesIn } from "../shared/rne.ts";
import docs from "./rne-of-another-establishment.md";

/** Addresses and names that contain the RNE of another establishment. */
export const rneOfAnotherEstablishment = rule({
  id: "rne-of-another-establishment",
  severity: "warning",
  on: [
    "base",
    "recuperation",
    "serveurs.serveur",
    "serveurs.relais",
    "serveurs.pronote-net",
    "communication.e-mails.expediteur",
    "communication.e-mails.comptes-etablissement.*",
    "communication.e-mails.profils-envoi.*.expediteur",
  ],
  docs,

  *check({ name, value }, context) {
    const rne = ownRne(context);
    if (!rne || context.get("etablissement", "type")?.value === "cite-scolaire") return;
    for (const key of ["adresse", "nom", "fichier", "ip-fixe"]) {
      const leaf = leafAt(value, key, "string");
      if (!leaf) continue;
      // In hosted mode another rule checks the whole host.
      if (key === "adresse" && (name === "serveur" || name === "pronote-net") && isHosted(context)) continue;
      // In self-hosted mode a hosted address is wrong with whatever RNE, which is told.
      if (key === "adresse" && /\.index-education\.net$/i.test(leaf.value) && isSelfHosted(context)) continue;
      const other = rnesIn(leaf.value).find((one) => one !== rne.value);
      if (other === undefined) continue;
      yield {
        at: [leaf, rne],
        message: message(
          "“{0}” contains the RNE of another establishment, {1}; this one's is {2}. It was probably copied from there.",
          leaf.value,
          other,
          rne.value,
        ),
        fixes: replacement(leaf, withOwnRne(leaf.value, other, rne.value), "probable"),
        related: [{ at: rne.node, message: message("The RNE is written here.") }],
      };
    }
  },
});

/** Replaces an RNE in a text by one's own, in lower case if the other was. */
function withOwnRne(text: string, other: string, own: string): string {
  return text.replace(new RegExp(other, "i"), (found) => (found === other ? own : own.toLowerCase()));
}

import { message } from "../../base/message.ts";
import type { Value } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./connection-letter-of-another-audience.md";

/** PRONOTE's own templates. */
const OWN = new Set([
  "Connexion des personnels",
  "Connexion des professeurs",
  "Connexion des responsables",
  "Connexion des élèves",
]);

const TEMPLATES = [
  ["modele-lettre", "modeles/lettres"],
  ["modele-sms", "modeles/sms"],
] as const;

/** Connection details sent with the template of another audience. */
export const connectionLetterOfAnotherAudience = rule({
  id: "connection-letter-of-another-audience",
  severity: "warning",
  on: [
    "informations-connexion.personnels",
    "informations-connexion.professeurs",
    "informations-connexion.responsables",
    "informations-connexion.eleves",
  ],
  docs,

  *check({ name, value }, context) {
    for (const [key, kind] of TEMPLATES) {
      const modele = value.get(key);
      const own = String(value.schema.properties.get(key)?.default ?? "");
      if (!modele || modele.value === own || !OWN.has(modele.value)) continue;
      if (saysForWhom(context.the(kind, modele.value)?.value)) continue; // modele-for-another-use judges by that
      yield {
        at: modele,
        message: message(
          "“{0}” is the template of another audience: for “{1}” PRONOTE has “{2}”.",
          modele.value,
          name,
          own,
        ),
        fixes: replacement(modele, own, "probable"),
      };
    }
  },
});

/** Whether the recipients of a template are written, so that its name decides nothing. */
function saysForWhom(template: Value | undefined): boolean {
  return template?.kind === "map" && template.has("destinataires");
}

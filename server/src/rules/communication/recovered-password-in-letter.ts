import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./recovered-password-in-letter.md";

/** A letter with recovered passwords: those that users have chosen cannot be printed. */
export const recoveredPasswordInLetter = rule({
  id: "recovered-password-in-letter",
  severity: "error",
  on: [
    "informations-connexion.personnels",
    "informations-connexion.professeurs",
    "informations-connexion.responsables",
    "informations-connexion.eleves",
  ],
  docs,

  *check({ value }, context) {
    const box = value.get("contenu")?.get("mot-de-passe");
    if (box?.value !== true) return;
    const recovered = context.get("recuperation", "donnees", "identifiants");
    if (recovered?.value !== true) return;
    yield {
      at: [box, recovered],
      message: message(
        "The letter promises the password, but last year's passwords are recovered: PRONOTE can neither print nor send one that its user has personalised.",
      ),
      fixes: [
        ...replacement(box, false, "probable", message("Leave the password out of the letter")),
        ...replacement(recovered, false, "probable", message("Do not recover user names and passwords")),
      ],
      related: [{ at: recovered.node, message: message("User names and passwords are recovered here.") }],
    };
  },
});

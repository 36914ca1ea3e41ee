import { message } from "../../base/message.ts";
import { leafAt } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import docs from "./espaces-not-https.md";

/** Espaces without HTTPS, so that passwords and grades are sent in clear. */
export const espacesNotHttps = rule({
  id: "espaces-not-https",
  severity: "warning",
  on: ["serveurs.pronote-net", "espaces"],
  docs,

  *check({ value }) {
    const protocole = leafAt(value, "protocole", "string"); // Espaces have no such key
    const adresse = value.get("adresse");
    const plain =
      protocole?.value === "http" ? protocole : /^http:/i.test(adresse?.value ?? "") ? adresse : undefined;
    if (!plain) return;
    yield {
      at: plain,
      message: message(
        "“{0}” is not encrypted: passwords and grades could be read on the way. PRONOTE.net publishes in HTTPS too.",
        plain.value,
      ),
      fixes: replacement(plain, plain.value.replace(/^http/i, "https"), "probable"),
    };
  },
});

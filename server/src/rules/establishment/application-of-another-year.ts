import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { ownYear } from "../shared/identity.ts";
import docs from "./application-of-another-year.md";

/** A Server, Relais, Client, PRONOTE.net or EDT of another year than PRONOTE. */
export const applicationOfAnotherYear = rule({
  id: "application-of-another-year",
  severity: "warning",
  on: ["serveurs.serveur", "serveurs.relais", "serveurs.pronote-net", "clients", "edt"],
  docs,

  *check({ name, value }, context) {
    const version = value.get("version");
    const installed = context.get("etablissement", "version");
    const reference = installed ?? ownYear(context);
    const year = reference?.value.slice(0, 4);
    if (!version || !reference || year === undefined || version.value === year) return;
    yield {
      at: [version, reference],
      message: message(
        "“{0}” is the version of {1} and PRONOTE that of {2}: applications of different years may not work together.",
        name,
        version.value,
        year,
      ),
      fixes: replacement(version, year, "probable"),
      related: [{ at: reference.node, message: message("The year of PRONOTE follows from this.") }],
      ...(installed && { cause: installed.node }),
    };
  },
});

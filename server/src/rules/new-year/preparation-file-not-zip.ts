import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isSelfHosted } from "../shared/hosts.ts";
import docs from "./preparation-file-not-zip.md";

/** A preparation file of a self-hosted base that is not a .zip. */
export const preparationFileNotZip = rule({
  id: "preparation-file-not-zip",
  severity: "error",
  on: "recuperation",
  docs,

  *check({ value }, context) {
    const fichier = value.get("fichier");
    if (!fichier || !isSelfHosted(context) || /\.zip$/i.test(fichier.value)) return;
    const stem = fichier.value.replace(/\.[A-Za-z0-9]{1,5}$/, "");
    yield {
      at: fichier,
      message: message(
        "“{0}” is not a .zip: Fichier > Préparer l'année suivante makes a file such as {1}, which the recovery asks for.",
        fichier.value,
        "Tilleuls_PreparerLAnneeSuivante.zip",
      ),
      fixes: stem === "" ? [] : replacement(fichier, `${stem}.zip`, "probable"),
    };
  },
});

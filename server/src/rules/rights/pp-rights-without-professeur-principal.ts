import { message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { isEmpty } from "../shared/services.ts";
import docs from "./pp-rights-without-professeur-principal.md";

/** Rights that PRONOTE labels “(Prof. Principal)”: they have no effect for others. */
const RIGHTS = [
  "saisir-appreciations-generales",
  "modifier-maquette-bulletin",
  "preparer-conseil-classe",
] as const;

/** A class whose professeur principal is removed, while profiles have rights for one. */
export const ppRightsWithoutProfesseurPrincipal = rule({
  id: "pp-rights-without-professeur-principal",
  severity: "warning",
  on: "classes.*",
  docs,

  *check({ name, value }, context) {
    const principal = value.get("professeur-principal");
    if (!principal || !isEmpty(principal)) return;
    const right = grantedRight(context);
    if (!right) return;
    yield {
      at: [principal, right.leaf],
      message: message(
        "“{0}” has no professeur principal: “{1}”, which “{2}” grants to professeurs principaux only, would be done by nobody.",
        name,
        right.key,
        right.profil,
      ),
      related: [{ at: right.leaf.node, message: message("The right is granted here.") }],
    };
  },
});

function grantedRight(
  context: RuleContext,
): { key: string; profil: string; leaf: Leaf<boolean> } | undefined {
  for (const { name, value } of context.all("profils-professeurs")) {
    const rights = value.get("autorisations")?.get("releves-bulletins");
    for (const key of RIGHTS) {
      const leaf = rights?.get(key);
      if (leaf?.value === true) return { key, profil: name, leaf };
    }
  }
  return undefined;
}

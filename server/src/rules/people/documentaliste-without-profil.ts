import { foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import { mapAt } from "../../model/map-at.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import docs from "./documentaliste-without-profil.md";

const PROFIL = "Professeur documentaliste";

/** A teacher-librarian whose profile is not made for that function. */
export const documentalisteWithoutProfil = rule({
  id: "documentaliste-without-profil",
  severity: "error",
  on: "professeurs.*",
  docs,

  *check({ name, value }, context) {
    const fonction = value.get("fonction");
    const profil = value.get("profil");
    if (!fonction || !profil || profil.value === PROFIL) return;
    if (context.has("profils-professeurs", profil.value) === false) return; // reported as such
    if (!/documentali|documentation/.test(foldName(fonction.value)) || maySeeAll(profil.value, context))
      return;
    yield {
      at: [profil, fonction],
      message: message(
        "“{0}” is a teacher-librarian with the profile “{1}”: with “{2}”, all students would be visible.",
        name,
        profil.value,
        PROFIL,
      ),
      fixes: replacement(profil, PROFIL, "probable"),
    };
  },
});

/**
 * Whether the establishment's own profile was made for it: it shows all pupils, or is based on the profile that does.
 */
function maySeeAll(profil: string, context: RuleContext): boolean {
  const value = context.the("profils-professeurs", profil)?.value;
  const right = value && mapAt(value, ["autorisations", "eleves"])?.get("voir-tous-les-eleves");
  if (right) return right.kind !== "leaf" || right.value === true;
  return value?.get("comme")?.value === PROFIL;
}

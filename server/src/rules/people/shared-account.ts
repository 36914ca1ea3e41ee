import { foldName } from "../../base/closest.ts";
import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import docs from "./shared-account.md";

/** Names of offices, which no person has. */
const OFFICE =
  /^secretariat-|^(?:aed|aesh|cpe|cdi|(?:bureau-)?(?:de-la-)?vie-scolaire|viescolaire|vie-sco|viesco|secretariat|administration|direction|accueil|intendance|infirmerie|scolarite|surveillants?|assistants?-d-?education|salle-des-profs?|salle-des-professeurs|professeurs|profs|personnels|remplacants?|stagiaires?|eleves|parents)-?[0-9]*$/;

/** An account named after an office instead of a person. */
export const sharedAccount = rule({
  id: "shared-account",
  severity: "warning",
  on: ["personnels.*", "professeurs.*"],
  docs,

  *check({ value }) {
    const written = [value.get("identifiant"), value.get("nom")];
    const leaf = written.find((one) => one && OFFICE.test(foldName(one.value.trim())));
    if (!leaf) return;
    yield {
      at: leaf,
      message: message(
        "“{0}” is an office, not a person: with an account that several share, nobody can tell who did what. One person, one account.",
        leaf.value,
      ),
    };
  },
});

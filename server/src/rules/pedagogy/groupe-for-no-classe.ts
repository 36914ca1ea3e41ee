import { message } from "../../base/message.ts";
import { rule } from "../api/rule.ts";
import { activeServices, isEmpty } from "../shared/services.ts";
import docs from "./groupe-for-no-classe.md";

/** A group of pupils that has services but an empty list of classes. */
export const groupeForNoClasse = rule({
  id: "groupe-for-no-classe",
  severity: "warning",
  on: "groupes-eleves.*",
  docs,

  *check(groupe) {
    const classes = groupe.value.get("classes");
    if (!classes || !isEmpty(classes) || activeServices(groupe).length === 0) return;
    yield {
      at: classes,
      message: message(
        "No class takes part in “{0}”: its services would be on nobody's bulletin.",
        groupe.name,
      ),
    };
  },
});

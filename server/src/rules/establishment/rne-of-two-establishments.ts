import { message } from "../../base/message.ts";
import type { CrossComparison, CrossFact, Rule } from "../api/rule.ts";
import { isRne } from "../shared/rne.ts";
import docs from "./rne-of-two-establishments.md";

const across: CrossComparison = {
  // The school year belongs to the fact, as an establishment may have a folder for each of several years.
  factsOf(establishment) {
    const identity = establishment.get("etablissement");
    const rne = identity?.get("rne");
    const year = identity?.get("annee-scolaire")?.value ?? "";
    return rne && isRne(rne.value) ? [{ at: rne.node, values: [rne.value, year] }] : [];
  },

  *compare(facts) {
    const known = new Map<string, CrossFact>();
    for (const { at, values: says } of facts) {
      const [rne = "", year = ""] = says;
      const first = known.get(`${rne} ${year}`);
      if (!first) known.set(`${rne} ${year}`, { at, values: says });
      else
        yield {
          at,
          message: message(
            "“{0}” is already the RNE of another establishment here: both would be set up on one base. One of them was probably copied.",
            rne,
          ),
          related: [{ at: first.at, message: message("It is written here first.") }],
        };
    }
  },
};

/** Two establishments of a workspace with the same RNE in the same year. */
export const rneOfTwoEstablishments: Rule = {
  id: "rne-of-two-establishments",
  severity: "warning",
  on: [],
  docs,
  across,
};

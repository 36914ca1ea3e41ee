import { say } from "../say.ts";
import type { Pronote } from "../schema/generated/types.ts";
import type { Leaf, MapValue } from "../schema/value.ts";
import { isRne } from "./rne.ts";
import docs from "./rne-of-two-establishments.md";
import type { Found, Rule } from "./rule.ts";

/** Two establishments of a workspace that bear one RNE in the same year. */
export const rneOfTwoEstablishments: Rule = {
  id: "rne-of-two-establishments",
  severity: "warning",
  on: [],
  docs,

  *across(establishments): Iterable<Found> {
    const known = new Map<string, Leaf<string>>();
    for (const { rne, year } of establishments.flatMap(identityOf)) {
      const key = `${rne.value} ${year}`;
      const first = known.get(key);
      if (!first) known.set(key, rne);
      else
        yield {
          at: rne,
          message: say(
            "“{0}” is already the RNE of another establishment here: both would be set up on one base. One of them was probably copied.",
            rne.value,
          ),
          related: [{ at: first.node, message: say("It is written here first.") }],
        };
    }
  },
};

/** The same establishment may be kept for several years, each in its folder. */
function identityOf(
  establishment: MapValue<Pronote>,
): readonly { readonly rne: Leaf<string>; readonly year: string }[] {
  const identity = establishment.get("etablissement");
  const rne = identity?.get("rne");
  return rne && isRne(rne.value) ? [{ rne, year: identity?.get("annee-scolaire")?.value ?? "" }] : [];
}

import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isHosted, placeholderIn } from "../shared/hosts.ts";
import { ownRne } from "../shared/identity.ts";
import { hostedHost } from "../shared/rne.ts";
import docs from "./host-of-another-establishment.md";

/** A host in hosted mode that is not made of the establishment's own RNE. */
export const hostOfAnotherEstablishment = rule({
  id: "host-of-another-establishment",
  severity: "error",
  on: ["serveurs.serveur", "serveurs.pronote-net", "espaces"],
  docs,

  *check({ value }, context) {
    const adresse = value.get("adresse");
    const rne = adresse && isHosted(context) ? ownRne(context) : undefined;
    if (!adresse || !rne || placeholderIn(adresse.value) !== undefined) return;
    const [, scheme = "", host = ""] = /^(https?:\/\/)?([^/:]+)/.exec(adresse.value) ?? [];
    const expected = hostedHost(rne.value);
    if (host.toLowerCase() === expected.toLowerCase()) return;
    const right = scheme + expected + adresse.value.slice(scheme.length + host.length);
    yield {
      at: [adresse, rne],
      message: message(
        "“{0}” is not this establishment's: in hosted mode the RNE {1} is found at {2}. Elsewhere nobody reaches it, or another school is reached.",
        host,
        rne.value,
        expected,
      ),
      fixes: replacement(adresse, right, "probable"),
      related: [{ at: rne.node, message: message("The RNE is written here.") }],
    };
  },
});

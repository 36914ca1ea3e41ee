import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isHosted, placeholderIn } from "../shared/hosts.ts";
import { hostedHost, ownRne } from "../shared/rne.ts";
import docs from "./host-of-another-establishment.md";

/** The host of a hosted establishment is made of its own RNE. */
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
    const wanted = hostedHost(rne.value);
    if (host.toLowerCase() === wanted.toLowerCase()) return;
    const right = scheme + wanted + adresse.value.slice(scheme.length + host.length);
    yield {
      at: [adresse, rne],
      message: message(
        "“{0}” is not this establishment's: in hosted mode the RNE {1} is found at {2}. Elsewhere nobody reaches it, or another school is reached.",
        host,
        rne.value,
        wanted,
      ),
      fixes: replacement(adresse, right, "probable"),
      related: [{ at: rne.node, message: message("The RNE is written here.") }],
    };
  },
});

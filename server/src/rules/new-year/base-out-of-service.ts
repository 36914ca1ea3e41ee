import { type Message, message } from "../../base/message.ts";
import type { Leaf } from "../../schema/value.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import type { RuleContext } from "../api/rule-context.ts";
import { publishedIn } from "../shared/espaces.ts";
import docs from "./base-out-of-service.md";

/** A new base that is not in service although something needs it. */
export const baseOutOfService = rule({
  id: "base-out-of-service",
  severity: "error",
  on: "base",
  docs,

  *check({ value }, context) {
    const off = value.get("en-service");
    const need = off?.value === false ? needIn(context) : undefined;
    if (!off || !need) return;
    yield {
      at: [off, need.at],
      message: message(
        "The base is not to be in service, but {0} needs a base that Clients can connect to.",
        need.what,
      ),
      fixes: replacement(off, true, "probable"),
      related: [{ at: need.at.node, message: message("It is wanted here.") }],
    };
  },
});

function needIn(context: RuleContext): { readonly what: Message; readonly at: Leaf } | undefined {
  const data = context.get("recuperation", "donnees");
  for (const { value } of data?.entries.values() ?? []) {
    if (value.kind === "leaf" && value.value === true)
      return { what: message("the recovery of last year's data"), at: value };
  }
  const transfer = manualTransferIn(context);
  if (transfer) return { what: message("the transfer from EDT"), at: transfer };
  const espaces = context.get("espaces");
  const [published] = espaces ? publishedIn(espaces) : [];
  return published && { what: message("the publication of the Espaces"), at: published.box };
}

/** A transfer in which a Client that is connected to the base reads EDT's .zip. */
function manualTransferIn(context: RuleContext): Leaf | undefined {
  const mode = context.get("edt", "transfert", "mode");
  return mode?.value === "manuel" ? mode : context.get("edt", "transfert", "fichier");
}

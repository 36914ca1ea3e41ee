import { message } from "../../base/message.ts";
import { mapsIn } from "../../schema/value.ts";
import { addition } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { isSelfHosted } from "../shared/hosts.ts";
import docs from "./published-without-redirection.md";

/** Redirections none of which leads to the PRONOTE.net that is published. */
export const publishedWithoutRedirection = rule({
  id: "published-without-redirection",
  severity: "warning",
  on: "routeur",
  docs,

  *check({ value }, context) {
    const redirections = value.get("redirections");
    if (!redirections || redirections.open || !isSelfHosted(context)) return;
    const publie = context.get("serveurs", "pronote-net", "publie");
    const all = [...mapsIn(redirections)];
    const targets = all.map(({ value }) => value.get("vers"));
    if (publie?.value !== true || all.length < redirections.entries.size || all.length === 0) return;
    if (targets.some((vers) => !vers || vers.value === "pronote-net")) return;
    yield {
      at: [value.entry("redirections")?.key ?? redirections, publie],
      message: message(
        "PRONOTE.net is published, and none of these redirections leads to “pronote-net”: from outside nobody reaches the Espaces.",
      ),
      fixes: addition(redirections, [["PRONOTE.net", "pronote-net"]], "probable"),
      related: [{ at: publie.node, message: message("It is published as written here.") }],
    };
  },
});

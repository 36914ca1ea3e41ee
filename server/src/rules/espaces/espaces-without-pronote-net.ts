import { message } from "../../base/message.ts";
import { replacement } from "../api/fixes.ts";
import { rule } from "../api/rule.ts";
import { publishedIn } from "../shared/espaces.ts";
import { isSelfHosted } from "../shared/hosts.ts";
import docs from "./espaces-without-pronote-net.md";

/** Published Espaces in self-hosted mode, without the PRONOTE.net through which they are reached. */
export const espacesWithoutPronoteNet = rule({
  id: "espaces-without-pronote-net",
  severity: "error",
  on: "espaces",
  docs,

  *check({ value }, context) {
    const off = context.get("serveurs", "pronote-net", "publie");
    if (off?.value !== false || !isSelfHosted(context)) return;
    const published = publishedIn(value);
    const [first] = published;
    if (!first) return;
    yield {
      at: [off, ...published.map(({ box }) => box)],
      message: message(
        "PRONOTE.net does not publish the base, so that the Espace “{0}” cannot be reached although it is published.",
        first.name,
      ),
      fixes: replacement(off, true, "probable", message("Publish PRONOTE.net")),
      related: [{ at: first.box.node, message: message("The Espace is published here.") }],
    };
  },
});

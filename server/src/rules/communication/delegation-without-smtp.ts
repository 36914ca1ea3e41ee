import { type Message, message } from "../../base/message.ts";
import type { Entry } from "../../schema/value.ts";
import { addition } from "../api/fixes.ts";
import { type RuleResult, rule } from "../api/rule.ts";
import docs from "./delegation-without-smtp.md";

/** A self-hosted Server that has to send e-mails, without an SMTP server or without a sender. */
export const delegationWithoutSmtp = rule({
  id: "delegation-without-smtp",
  severity: "error",
  on: "communication.e-mails",
  docs,

  *check({ value }, context) {
    if (value.get("delegation-serveur")?.value !== true || value.get("service")?.value === "index-education")
      return;
    if (context.get("hebergement", "mode")?.value !== "non-heberge") return;
    const noHost = message(
      "The Server has to send the e-mails, and nothing says through which SMTP server: “{0}”.",
      "hote",
    );
    yield* withoutKey(value.entry("smtp"), "hote", noHost);
    const noSender = message(
      "The Server has to send the e-mails, and they have no sender's address: “{0}”.",
      "adresse",
    );
    yield* withoutKey(value.entry("expediteur"), "adresse", noSender);
  },
});

/** A section that is removed, or that lacks a key which it needs. */
function* withoutKey(entry: Entry | undefined, key: string, message: Message): Iterable<RuleResult> {
  if (!entry) return;
  const { value } = entry;
  if (value.kind === "removed") yield { at: value.node, message };
  if (value.kind !== "map" || value.open) return;
  const below = value.entry(key)?.value;
  if (below && below.kind !== "removed") return;
  yield {
    at: below?.kind === "removed" ? below.node : entry.key,
    message,
    fixes: below ? [] : addition(value, [[key, ""]], "placeholder"),
  };
}
